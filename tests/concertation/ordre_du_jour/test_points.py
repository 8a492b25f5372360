"""Items of an agenda: proposed by partners, answered by the Référent, through the pages that they use."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from concertation.ordre_du_jour.actes.reunion import arreter
from concertation.ordre_du_jour.models import EtatPoint, NoteSecretariat, PointOrdreDuJour
from concertation.ordre_du_jour.points import vos_points
from csil.actes import ActeRefuse
from csil.courrier.models import CorpsEnvoi, Envoi
from tests.concertation.ecritures import dans, point, reunion
from tests.outils import proprietaire

TITRE = "Mineurs étrangers non accompagnés : qui fait quoi ?"
PROPOSITION = {
    "titre": TITRE,
    "attendu": "echange",
    "duree": "20",
    "pourquoi": "Trois services se posent la question.",
}
NUMERO = "85.07.30-033.28"


@pytest.fixture
def ici(distribution, parler):
    """A draft, three weeks ahead, that takes proposals."""
    with parler(distribution.referent):
        return reunion(distribution.referent, jours=21)


@pytest.fixture
def propose(ici, distribution, parler):
    with parler(distribution.agent_saj):
        return point(ici, distribution.agent_saj, TITRE, duree=20)


def lire(client, adresse):
    return client.get(adresse).content.decode().replace("\N{NO-BREAK SPACE}", " ")


def texte(reponse):
    return reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_un_partenaire_propose_un_point(ici, client_de, distribution):
    client = client_de(distribution.agent_saj)
    adresse = f"/concertation/reunions/{ici.pk}/points/nouveau/"
    page = lire(client, adresse)
    assert "Vous proposez au nom de" in page and "Aucune personne concernée" in page
    assert "section" not in page.partition("<form class")[2].partition("</form>")[0]
    reponse = client.post(adresse, PROPOSITION, follow=True)
    propose = PointOrdreDuJour.objects.get(titre=TITRE)
    assert (propose.etat, propose.duree, propose.partenaire.acronyme) == (EtatPoint.PROPOSE, 20, "SAJ")
    assert "Votre point est proposé au Référent." in texte(reponse)
    assert "Il n’a pas encore répondu" in texte(reponse)
    contexte = vos_points(ici, distribution.agent_saj)
    assert list(contexte["points"]) == [propose] and "proposer_point" in contexte["droits"]


def test_ce_qui_manque_est_dit_et_rien_n_est_perdu(ici, client_de, distribution):
    client = client_de(distribution.agent_saj)
    envoi = {**PROPOSITION, "titre": "", "duree": "900", "pourquoi": f"Voir {NUMERO}."}
    page = texte(client.post(f"/concertation/reunions/{ici.pk}/points/nouveau/", envoi))
    assert page.index('role="alert"') < page.index("<h1") and 'href="#id_titre"' in page
    assert "un numéro de registre national" in page and f"Voir {NUMERO}." in page and 'value="900"' in page
    assert not PointOrdreDuJour.objects.exists()


def test_apres_la_limite_la_page_dit_quoi_faire(ici, client_de, distribution, parler):
    with parler(distribution.referent):
        suivante = reunion(distribution.referent, jours=60)
        point(ici, distribution.referent)
        arreter(ici, par=distribution.referent)
    client = client_de(distribution.agent_saj)
    adresse = f"/concertation/reunions/{ici.pk}/points/nouveau/"
    reponse = client.get(adresse)
    assert reponse.status_code == 403 and "sont closes" in texte(reponse)
    assert f"/concertation/reunions/{suivante.pk}/points/nouveau/" in texte(reponse)
    perdu = texte(client.post(adresse, PROPOSITION))
    assert TITRE in perdu and "Trois services se posent la question." in perdu
    assert "proposés par les partenaires" in lire(client_de(distribution.bourgmestre), adresse)


def test_le_referent_ajoute_et_motive_ce_qui_est_tardif(ici, client_de, distribution, parler):
    client = client_de(distribution.referent)
    adresse = f"/concertation/reunions/{ici.pk}/points/nouveau/"
    champs = {**PROPOSITION, "section": "en_cours", "nature": "ordinaire"}
    client.post(adresse, champs)
    inscrit = PointOrdreDuJour.objects.get()
    assert (inscrit.etat, inscrit.section) == (EtatPoint.INSCRIT, "en_cours")
    with parler(distribution.referent):
        ici.refresh_from_db()
        arreter(ici, par=distribution.referent)
    assert "motif_tardif" in texte(client.post(adresse, champs))
    assert PointOrdreDuJour.objects.count() == 1
    client.post(adresse, {**champs, "motif_tardif": "Un fait nouveau."})
    assert "Un fait nouveau." in lire(client, ici.adresse_ordre_du_jour)


@pytest.mark.parametrize(
    "acte, suite, etat",
    [
        ("accepter", "il est inscrit à l’ordre du jour", EtatPoint.INSCRIT),
        ("demander", "une précision vous est demandée", EtatPoint.A_COMPLETER),
        ("refuser", "la réponse dit pourquoi", EtatPoint.REFUSE),
        ("reporter", "il est gardé pour la réunion suivante", EtatPoint.REPORTE),
    ],
)
def test_la_personne_qui_propose_sait_ce_que_son_point_est_devenu(
    acte, suite, etat, propose, client_de, distribution, parler
):
    client = client_de(distribution.referent)
    adresse = f"/concertation/points/{propose.pk}/repondre/"
    champs = {"acte": acte, "section": "a_cloturer", "reponse": "Combien de services ?"}
    assert client.post(adresse, champs).status_code == 302
    propose.refresh_from_db()
    assert propose.etat == etat
    assert "Combien de services ?" in lire(client_de(distribution.agent_saj), propose.get_absolute_url())
    with parler(distribution.referent):
        (envoi,) = Envoi.objects.pour(propose)
        corps = CorpsEnvoi.objects.get(envoi=envoi)
    assert envoi.destinataire == distribution.agent_saj.email and suite in corps.texte
    assert corps.objet == "Plateforme CSIL : une réponse à votre point"
    assert propose.get_absolute_url() in corps.texte
    assert TITRE not in corps.texte and "Combien" not in corps.texte


def test_un_refus_se_motive(propose, client_de, distribution):
    client = client_de(distribution.referent)
    adresse = f"/concertation/points/{propose.pk}/repondre/"
    for acte in ("refuser", "demander"):
        page = texte(client.post(adresse, {"acte": acte, "section": "nouveaux"}))
        assert "en une phrase" in page and 'role="alert"' in page
    assert not Envoi.objects.exists()
    client.post(adresse, {"acte": "refuser", "section": "nouveaux", "reponse": "Hors sujet."})
    client.post(adresse, {"acte": "accepter", "section": "nouveaux"})  # changed their mind
    propose.refresh_from_db()
    assert propose.etat == EtatPoint.INSCRIT
    page = client.post(adresse, {"acte": "refuser", "section": "nouveaux", "reponse": "Non."})
    assert page.status_code == 403  # it has its answer: it can be postponed or withdrawn


def test_un_point_a_completer_attend_de_nouveau_une_reponse(propose, client_de, distribution, parler):
    with parler(distribution.referent):
        propose.demander(par=distribution.referent, reponse="Pour quel quartier ?")
    client = client_de(distribution.agent_saj)
    adresse = f"/concertation/points/{propose.pk}/modifier/"
    assert "Pour quel quartier ?" in lire(client, adresse)
    champs = {**PROPOSITION, "titre": "Droixhe : qui fait quoi ?", "version": propose.version}
    client.post(adresse, champs)
    propose.refresh_from_db()
    assert (propose.etat, propose.titre) == (EtatPoint.PROPOSE, "Droixhe : qui fait quoi ?")
    assert client_de(distribution.agent_cripel).get(adresse).status_code == 403


def test_deux_personnes_modifient_le_meme_point(propose, client_de, distribution):
    adresse = f"/concertation/points/{propose.pk}/modifier/"
    agent, referent = client_de(distribution.agent_saj), client_de(distribution.referent)
    champs = {**PROPOSITION, "version": propose.version, "pourquoi": ""}
    agent.post(adresse, {**champs, "titre": "Mes mots"})
    page = texte(referent.post(adresse, {**champs, "titre": "Les miens", "section": "nouveaux"}))
    assert "a écrit ici « Mes mots »" in page and 'value="Les miens"' in page


def test_reporte_a_la_reunion_suivante_avec_ses_documents(propose, client_de, distribution, parler):
    with parler(distribution.referent):
        suivante = reunion(distribution.referent, jours=60)
        propose.joindre(par=distribution.referent, nom="note.txt", genre="text/plain", octets=b"Note")
        propose.accepter(par=distribution.referent)
    client = client_de(distribution.referent)
    adresse = f"/concertation/points/{propose.pk}/reporter/"
    assert "à la réunion du" in lire(client, adresse)
    client.post(adresse, {"reponse": "Le temps manque."})
    propose.refresh_from_db()
    assert propose.etat == EtatPoint.REPORTE and propose.suite.reunion == suivante
    assert bytes(propose.suite.documents.get().contenu) == b"Note"
    page = lire(client_de(distribution.agent_saj), propose.get_absolute_url())
    assert "Le temps manque." in page and "Repris à la réunion du" in page
    with parler(distribution.referent), pytest.raises(ActeRefuse, match="n’est plus possible"):
        propose.reporter(par=distribution.referent)


def test_retirer(propose, ici, client_de, distribution, parler):
    adresse = f"/concertation/points/{propose.pk}/retirer/"
    referent = client_de(distribution.referent)
    assert "dites pourquoi" in texte(referent.post(adresse, {"reponse": ""}))
    client_de(distribution.agent_saj).post(adresse, {"reponse": ""})
    propose.refresh_from_db()
    assert propose.etat == EtatPoint.RETIRE and not Envoi.objects.exists()  # one's own act
    with parler(distribution.referent):
        autre = point(ici, distribution.referent)
    assert (
        client_de(distribution.agent_saj).get(f"/concertation/points/{autre.pk}/retirer/").status_code == 403
    )
    referent.post(f"/concertation/points/{autre.pk}/retirer/", {"reponse": ""})
    autre.refresh_from_db()
    assert autre.etat == EtatPoint.RETIRE


def test_un_point_garde_sans_reunion_se_lit(ici, propose, client_de, distribution, parler):
    with parler(distribution.referent):
        garde = propose.reporter(par=distribution.referent)
    client = client_de(distribution.referent)
    assert "qui n’a pas encore de date" in lire(client, garde.get_absolute_url())
    assert client.get(f"/concertation/points/{garde.pk}/repondre/").status_code == 403
    client.post(f"/concertation/points/{garde.pk}/retirer/", {"reponse": "Sans objet."})
    garde.refresh_from_db()
    assert garde.etat == EtatPoint.RETIRE


def test_la_note_du_secretariat_ne_sort_de_nulle_part(ici, propose, client_de, distribution, parler):
    with proprietaire():
        ici.secretaire = distribution.agent_cripel
        ici.save()
        propose.accepter(par=distribution.referent)
    secretaire, agent = client_de(distribution.agent_cripel), client_de(distribution.agent_saj)
    adresse = f"/concertation/points/{propose.pk}/note/"
    assert agent.get(adresse).status_code == 403
    secretaire.post(adresse, {"texte": "Relire la convention avant.", "version": 0})
    odj, fiche = ici.adresse_ordre_du_jour, propose.get_absolute_url()
    for page in (odj, fiche):
        assert "Relire la convention" in lire(secretaire, page)
        assert "Relire la convention" in lire(client_de(distribution.referent), page)
        assert "Relire la convention" not in lire(agent, page)
    for lecteur in (secretaire, agent):
        assert "Relire la convention" not in lire(lecteur, f"{fiche}historique/")
    bloc = lire(secretaire, odj).partition("Relire la convention")[0].rpartition("<div")[2]
    assert "sans-impression" in bloc
    page = texte(client_de(distribution.referent).post(adresse, {"texte": "Autre mot.", "version": 0}))
    assert "a écrit ici « Relire la convention avant. »" in page and "Autre mot." in page
    assert NoteSecretariat.objects.get().texte == "Relire la convention avant."


def test_l_historique_d_un_point(propose, client_de, distribution, parler):
    with parler(distribution.referent):
        propose.demander(par=distribution.referent, reponse="Pour quel quartier ?")
    page = lire(client_de(distribution.agent_cripel), f"/concertation/points/{propose.pk}/historique/")
    assert "a ajouté le point" in page and "a modifié le point" in page and "À compléter" in page


def test_les_requetes_de_la_fiche_ne_croissent_pas(ici, propose, client_de, distribution, parler):
    """Neither with the documents, nor with the agenda around; the files themselves stay where they are."""
    referent = distribution.referent

    def compter(nombre):
        with parler(referent):
            for numero in range(nombre):
                point(ici, referent, f"Point {numero}")
                propose.joindre(par=referent, nom="n.txt", genre="text/plain", octets=b"x")
        client = client_de(referent)
        client.get("/")
        with CaptureQueriesContext(connection) as lues:
            client.get(propose.get_absolute_url())
        assert not any('"contenu"' in requete["sql"] for requete in lues)
        return len(lues)

    with parler(referent):
        propose.accepter(par=referent)
    assert compter(1) == compter(8)


def test_proposer_est_refuse_par_l_acte_aussi(ici, distribution, parler):
    with parler(distribution.referent):
        passee = reunion(distribution.referent, debut=dans(3), limite_propositions=dans(-1))
    with parler(distribution.agent_saj), pytest.raises(ActeRefuse):
        point(passee, distribution.agent_saj)
