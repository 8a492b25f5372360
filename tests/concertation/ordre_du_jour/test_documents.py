"""Documents beside an item: what is accepted, who reads them, what is said of the others."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from concertation.ordre_du_jour.forms.document import TAILLE_MAX
from concertation.ordre_du_jour.models import PointOrdreDuJour
from tests.concertation.ecritures import point, reunion

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"


@pytest.fixture
def ici(distribution, parler):
    with parler(distribution.referent):
        return reunion(distribution.referent, jours=21)


@pytest.fixture
def propose(ici, distribution, parler):
    with parler(distribution.agent_saj):
        return point(ici, distribution.agent_saj)


@pytest.fixture
def joint(propose, distribution, parler):
    with parler(distribution.agent_saj):
        return propose.joindre(
            par=distribution.agent_saj, nom="Note.pdf", genre="application/pdf", octets=PDF
        )


def fichier(nom="Note.pdf", octets=PDF):
    return SimpleUploadedFile(nom, octets)


def plusieurs(nombre):
    return [fichier(f"{numero}.pdf") for numero in range(nombre)]


def texte(reponse):
    return reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_proposer_avec_deux_documents(ici, client_de, distribution):
    client = client_de(distribution.agent_saj)
    champs = {"titre": "Un point", "attendu": "echange", "duree": "20"}
    envoi = {**champs, "documents": [fichier(), fichier("Texte.txt", "Été".encode())]}
    client.post(f"/concertation/reunions/{ici.pk}/points/nouveau/", envoi)
    propose = PointOrdreDuJour.objects.get()
    assert [(d.nom, d.genre) for d in propose.documents.all()] == [
        ("Note.pdf", "application/pdf"),
        ("Texte.txt", "text/plain"),
    ]
    assert "Texte.txt" in texte(client_de(distribution.agent_cripel).get(propose.get_absolute_url()))


@pytest.mark.parametrize(
    "mauvais, phrase",
    [
        (fichier("Virus.exe", b"MZ"), "n’est pas d’un type accepté"),
        (fichier("Faux.pdf", b"MZ" * 50), "n’est pas celui d’un fichier PDF ordinaire"),
        (fichier("Vide.pdf", b""), "est vide"),
        (fichier("Lourd.pdf", PDF + b" " * TAILLE_MAX), "il peut en peser 10 au plus"),
    ],
)
def test_un_fichier_refuse_l_est_en_mots_et_rien_n_est_perdu(mauvais, phrase, ici, client_de, distribution):
    client = client_de(distribution.agent_saj)
    mauvais.seek(0)
    envoi = {"titre": "Mon point", "attendu": "decision", "duree": "35", "pourquoi": "Pour demain."}
    reponse = client.post(
        f"/concertation/reunions/{ici.pk}/points/nouveau/", {**envoi, "documents": [mauvais, fichier()]}
    )
    page = texte(reponse)
    assert phrase in page and "Choisissez de nouveau vos fichiers" in page
    assert page.index('role="alert"') < page.index("<h1")
    assert 'value="Mon point"' in page and "Pour demain." in page and 'value="35"' in page
    assert not PointOrdreDuJour.objects.exists()


def test_joindre_puis_retirer(propose, client_de, distribution):
    client = client_de(distribution.agent_saj)
    adresse = f"/concertation/points/{propose.pk}/documents/"
    assert "au moins un fichier" in texte(client.post(adresse, {}))
    client.post(adresse, {"documents": [fichier()]})
    joint = propose.documents.get()
    retrait = f"/concertation/documents/{joint.pk}/retirer/"
    assert "Retirer « Note.pdf »" in texte(client.get(retrait)) and propose.documents.exists()
    client.post(retrait)
    assert not propose.documents.exists()
    page = texte(client.get(f"/concertation/points/{propose.pk}/historique/"))
    assert "a ajouté le document « Note.pdf »" in page and "a supprimé le document « Note.pdf »" in page


def test_dix_documents_au_plus(propose, client_de, distribution):
    client = client_de(distribution.agent_saj)
    adresse = f"/concertation/points/{propose.pk}/documents/"
    assert "10 fichiers au plus" in texte(client.post(adresse, {"documents": plusieurs(11)}))
    client.post(adresse, {"documents": plusieurs(9)})
    page = texte(client.post(adresse, {"documents": plusieurs(2)}))
    assert "celui-ci en a déjà 9" in page and propose.documents.count() == 9


def test_qui_lit_un_document(joint, client_de, distribution):
    """With its item: every member; nobody else knows that it exists. It is saved, never opened by the page."""
    adresse = joint.get_absolute_url()
    for personne in (distribution.agent_cripel, distribution.bourgmestre):
        reponse = client_de(personne).get(adresse)
        assert reponse.content == PDF and "attachment" in reponse["Content-Disposition"]
        assert reponse["X-Content-Type-Options"] == "nosniff" and "no-store" in reponse["Cache-Control"]
    for personne in (distribution.dpo, distribution.admin, distribution.officier_information):
        assert client_de(personne).get(adresse).status_code == 404
    assert client_de(distribution.agent_cripel).post(f"{adresse}retirer/").status_code == 403


def test_plus_de_documents_une_fois_le_compte_rendu_en_route(joint, client_de, distribution, parler):
    with parler(distribution.referent):
        joint.point.accepter(par=distribution.referent)
        joint.point.reunion.etat = "relecture"
        joint.point.reunion.save()
    client = client_de(distribution.referent)
    assert client.get(f"/concertation/documents/{joint.pk}/retirer/").status_code == 403
    assert client.get(f"/concertation/points/{joint.point_id}/documents/").status_code == 403
    assert client.get(joint.get_absolute_url()).status_code == 200
