"""The Référent's templates: kept by hand or made from a meeting, and what a meeting takes over from them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from concertation.modeles.models import InviteModele, ModeleReunion, PointModele
from concertation.ordre_du_jour.models import Nature, Section
from partenaires.annuaire.models import Contact, Partenaire
from tests.concertation.ecritures import inviter, modele, point, reunion
from tests.outils import proprietaire

CHAMPS = {
    "nom": "Réunion mensuelle",
    "titre": "Réunion de la Concertation",
    "heure": "14:00",
    "duree": 150,
    "lieu": "Salle de la Violette",
    "delai_propositions": 7,
}


@pytest.fixture
def client(distribution, client_de):
    return client_de(distribution.referent)


@pytest.fixture
def mensuel(distribution):
    with proprietaire():
        return modele(distribution.referent, invites=[distribution.agent_saj])


def page(reponse) -> str:
    return reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def adresse(nom, *objets):
    return reverse(nom, args=[objet.pk for objet in objets])


def test_creer_modifier_supprimer(client):
    assert "Aucun modèle n’est encore créé." in page(client.get("/concertation/modeles/"))
    reponse = client.post("/concertation/modeles/nouveau/", CHAMPS, follow=True)
    assert "ajoutez-lui ses points et ses invités" in page(reponse)
    cree = ModeleReunion.objects.get()
    reponse = client.post(
        adresse("modele-modifier", cree), CHAMPS | {"duree": 90, "version": cree.version}, follow=True
    )
    cree.refresh_from_db()
    assert cree.duree == 90 and "14 h 00" in page(reponse)
    assert "90" in page(client.get(adresse("modele-historique", cree)))
    assert "Ses points et ses invitations disparaissent" in page(
        client.get(adresse("modele-supprimer", cree))
    )
    client.post(adresse("modele-supprimer", cree))
    assert not ModeleReunion.objects.exists()


@pytest.mark.parametrize(
    ("faute", "phrase"),
    [
        ({"duree": 5}, "15"),
        ({"heure": "tantôt"}, "heure valide"),
        ({"lien_visio": "http://visio.csil.example/"}, "commence par https://"),
        ({"nom": "Réunion mensuelle"}, "Un modèle porte déjà ce nom."),
    ],
)
def test_une_faute_se_dit_en_mots(faute, phrase, client, mensuel):
    reponse = client.post("/concertation/modeles/nouveau/", CHAMPS | {"nom": "Autre"} | faute)
    assert phrase in page(reponse) and ModeleReunion.objects.count() == 1


def test_deux_fenetres_sur_le_meme_modele(client, mensuel):
    deja = CHAMPS | {"version": mensuel.version, "president": mensuel.president_id}
    client.post(adresse("modele-modifier", mensuel), deja | {"duree": 120})
    reponse = client.post(adresse("modele-modifier", mensuel), deja | {"lieu": "Ailleurs"}, follow=True)
    mensuel.refresh_from_db()
    assert (mensuel.duree, mensuel.lieu) == (120, "Ailleurs") and "ses changements sont gardés" in page(
        reponse
    )


def test_inviter_un_partenaire_entier(client, distribution, mensuel):
    """Its people with an account and its contacts with an e-mail, each address once."""
    saj = Partenaire.objects.get(code="saj")
    with proprietaire():
        Contact.objects.create(partenaire=saj, nom="Permanence", courriel="permanence.saj@csil.example")
        Contact.objects.create(partenaire=saj, nom="Agent du SAJ", courriel="AGENT-SAJ@csil.example")
    reponse = client.post(adresse("modele-invites", mensuel), {"partenaire": saj.pk}, follow=True)
    assert "1 personne ajoutée." in page(reponse)
    assert [i.nom for i in mensuel.invites.all()] == ["Agent du SAJ", "Permanence"]
    reponse = client.post(adresse("modele-invites", mensuel), {"partenaire": saj.pk})
    assert "toutes ces personnes sont déjà invitées" in page(reponse)
    assert "Choisissez un partenaire ou une personne." in page(
        client.post(adresse("modele-invites", mensuel), {"personne": ""})
    )


def test_inviter_et_retirer_une_personne(client, distribution, mensuel):
    client.post(adresse("modele-invites", mensuel), {"personne": distribution.agent_cripel.pk})
    agente = mensuel.invites.get(personne=distribution.agent_cripel)
    assert agente.partenaire.code == "cripel"
    reponse = client.post(adresse("modele-invites", mensuel), {"retirer": agente.pk}, follow=True)
    assert "n’est plus invité par ce modèle" in page(reponse) and mensuel.invites.count() == 1


def test_ranger_ajouter_modifier_retirer_les_points(client, mensuel):
    premier, second = mensuel.points.all()
    reponse = client.post(adresse("modele-arranger", mensuel), {"monter": second.pk})
    assert reponse.url.endswith(f"#monter-{second.pk}")
    assert [p.titre for p in mensuel.points.all()] == ["Divers", "Approbation du compte rendu"]
    client.post(adresse("modele-arranger", mensuel), {"monter": second.pk})  # already first
    assert mensuel.points.first() == second
    champs = {
        "titre": "Tour de table",
        "nature": Nature.ORDINAIRE,
        "section": Section.OUVERTURE,
        "attendu": "echange",
        "duree": 20,
    }
    client.post(adresse("modele-point-nouveau", mensuel), champs)
    tour = mensuel.points.last()
    second.refresh_from_db()
    client.post(
        adresse("modele-point-modifier", mensuel, tour), champs | {"duree": 25, "version": tour.version}
    )
    tour.refresh_from_db()
    assert tour.duree == 25
    client.post(adresse("modele-point-retirer", mensuel, premier))
    assert [p.titre for p in mensuel.points.all()] == ["Divers", "Tour de table"]
    texte = page(client.get(adresse("modele-historique", mensuel)))
    assert "a ajouté le point « Tour de table »" in texte and "a supprimé le point « Approbation" in texte


def test_ranger_ne_perime_pas_un_formulaire_ouvert(client, mensuel):
    """The rank is no field of the form: a move in one window disturbs nothing typed in another."""
    un, deux = mensuel.points.all()
    client.post(adresse("modele-arranger", mensuel), {"descendre": un.pk})
    assert [PointModele.objects.get(pk=p.pk).version for p in (un, deux)] == [un.version, deux.version]


def test_une_reunion_devient_modele(client, distribution, mensuel):
    referent = distribution.referent
    with proprietaire():
        ici = reunion(referent, titre="Réunion thématique")
        inviter(ici, referent, distribution.agent_cripel)
        ordinaire = point(ici, referent, "Échange sur les écoles", duree=40)
    texte = page(client.get(adresse("reunion-en-modele", ici)))
    assert 'value="Réunion thématique"' in texte and "Échange sur les écoles" in texte
    assert "porte déjà ce nom" in page(
        client.post(adresse("reunion-en-modele", ici), {"nom": "réunion MENSUELLE"})
    )
    client.post(
        adresse("reunion-en-modele", ici), {"nom": "Thématique", "points": [ordinaire.pk]}, follow=True
    )
    cree = ModeleReunion.objects.get(nom="Thématique")
    assert (cree.duree, cree.heure.hour, cree.delai_propositions) == (
        150,
        timezone.localtime(ici.debut).hour,
        1,
    )
    assert [i.nom for i in cree.invites.all()] == ["Agente du CRIPEL"]
    assert [(p.titre, p.duree) for p in cree.points.all()] == [("Échange sur les écoles", 40)]


def test_l_autre_modele_n_est_pas_touche_par_l_adresse(client, distribution, mensuel):
    """An item is reached through its own template only."""
    with proprietaire():
        autre = modele(distribution.referent, "Autre")
    assert client.get(adresse("modele-point-modifier", autre, mensuel.points.first())).status_code == 404


def test_autant_de_requetes_pour_soixante_invites(client, distribution, mensuel):
    def requetes(ou):
        with CaptureQueriesContext(connection) as lues:
            assert client.get(ou).status_code == 200
        return len(lues)

    pages = [adresse("modele", mensuel), "/concertation/modeles/"]
    avant = [[requetes(ou), requetes(ou)][1] for ou in pages]
    with proprietaire():
        saj = Partenaire.objects.get(code="saj")
        for rang in range(60):
            InviteModele(
                modele=mensuel, nom=f"Invité {rang}", courriel=f"i{rang}@csil.example", partenaire=saj
            ).save()
            PointModele(modele=mensuel, titre=f"Point {rang}", rang=rang).save()
    assert [requetes(ou) for ou in pages] == avant
