"""Answering: by the link of the e-mail without login, on the page, by the Référent for somebody. One person, one meeting."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from concertation.convocations.actes.reunion import annuler, convoquer, reporter, reprogrammer
from concertation.convocations.jetons import adresse_de_reponse, jeton_de_reponse
from concertation.convocations.models import Convocation, Reponse
from concertation.reunions.models import Reunion
from csil.courrier import distribuer
from csil.courrier.models import Envoi
from csil.identite import au_nom_de, au_nom_de_l_horloge
from csil.journal.models import EntreeJournal
from tests.concertation.ecritures import arretee, convoquee, dans, inviter, inviter_sans_compte
from tests.outils import proprietaire


@pytest.fixture(autouse=True)
def limites_neuves(db):
    cache.clear()


@pytest.fixture
def referent(distribution):
    return distribution.referent


@pytest.fixture
def ici(referent, parler, distribution) -> Reunion:
    """Convoked: the SAJ, and the Directrice, who has no account."""
    with parler(referent):
        ici = arretee(referent, distribution.agent_saj)
        inviter_sans_compte(ici, referent)
        convoquer(ici, par=referent)
    return ici


@pytest.fixture
def directrice(ici) -> Convocation:
    return ici.convocations.get(courriel="directrice@csil.example")


def lien(convocation) -> str:
    return reverse("repondre", args=[jeton_de_reponse(convocation)])


def relire(convocation) -> Convocation:
    return Convocation.objects.select_related("reunion").get(pk=convocation.pk)


def destinataires(**filtres) -> list[str]:
    with au_nom_de_l_horloge():
        return [envoi.destinataire for envoi in Envoi.objects.filter(**filtres).order_by("cree_le")]


# By the link


def test_le_lien_du_courriel_ouvre_une_page_qui_ne_fait_que_montrer(directrice, boite):
    distribuer()
    message = next(m for m in boite.recus if m["To"] == directrice.courriel)
    texte = message.get_body(("plain",)).get_content()
    adresse = re.search(r"https?://\S+/concertation/repondre/\S+", texte).group()
    assert adresse == adresse_de_reponse(directrice)
    client = Client()
    for _ in range(3):  # scanners of mail follow links
        reponse = client.get(lien(directrice))
        assert reponse.status_code == 200 and "no-store" in reponse["Cache-Control"]
    page = reponse.content.decode()
    assert "Directrice" in page and "Salle de la Violette" in page and "Je ne viens pas" in page
    assert "Agent du SAJ" not in page and "agent-saj@" not in page and "Échange de pratiques" not in page
    assert relire(directrice).reponse == Reponse.SANS


def test_repondre_sans_se_connecter_puis_changer_d_avis(directrice, distribution):
    client, adresse = Client(), lien(directrice)
    page = client.post(
        adresse, {"reponse": "present", "mot": "J’aurai dix minutes de retard."}, follow=True
    ).content.decode()
    assert "Merci" in page and "votre réponse est enregistrée" in page and "Vient" in page
    repondue = relire(directrice)
    assert (repondue.reponse, repondue.mot) == (Reponse.PRESENT, "J’aurai dix minutes de retard.")
    assert repondue.repondu_le and repondue.history.first().history_user is None
    client.post(adresse, {"reponse": "excuse", "mot": ""})
    assert (relire(directrice).reponse, relire(directrice).mot) == (Reponse.EXCUSE, "")
    with au_nom_de(distribution.dpo, second_facteur=True):
        lignes = EntreeJournal.objects.filter(acte="concertation.convocation_repondue")
        assert [ligne.auteur for ligne in lignes] == ["un visiteur", "un visiteur"]


def test_qui_est_connecte_sur_cette_machine_ne_repond_pas_pour_un_autre(directrice, client_de, distribution):
    """The link is the Directrice’s: the answer is a visitor’s, whoever’s browser it was opened in."""
    client = client_de(distribution.agent_cripel)
    page = client.post(lien(directrice), {"reponse": "present", "mot": "À mardi."}, follow=True)
    assert page.status_code == 200 and relire(directrice).reponse == Reponse.PRESENT
    assert relire(directrice).history.first().history_user is None


def test_un_collegue_viendra_et_recoit_ce_qu_il_faut(directrice, boite):
    distribuer()
    boite.recus.clear()
    donnees = {
        "reponse": "remplace",
        "remplacant": "Coordinatrice",
        "remplacant_courriel": "coordo@csil.example",
    }
    page = Client().post(lien(directrice), donnees, follow=True).content.decode()
    assert "Remplacé" in page and "par Coordinatrice" in page
    assert relire(directrice).representant == "Coordinatrice"
    distribuer()
    (message,) = boite.recus
    assert message["To"] == "coordo@csil.example"
    texte = message.get_body(("plain",)).get_content()
    assert "Vous remplacerez Directrice" in texte and "/repondre/" not in texte
    genres = {partie.get_content_type() for partie in message.walk()}
    assert {"text/calendar", "application/pdf", "text/html"} <= genres
    # The same colleague again: nothing more to say. Then the Directrice comes after all.
    Client().post(lien(directrice), {**donnees, "mot": "Avec le dossier."})
    assert distribuer() == 0
    Client().post(lien(directrice), {"reponse": "present", "mot": ""})
    distribuer()
    assert boite.recus[1]["To"] == "coordo@csil.example" and "plus attendu" in boite.recus[1]["Subject"]
    (calendrier,) = [p for p in boite.recus[1].walk() if p.get_content_type() == "text/calendar"]
    assert calendrier.get_param("method") == "CANCEL"


def test_le_collegue_suit_les_changements_et_l_annulation(directrice, referent, parler, boite):
    donnees = {
        "reponse": "remplace",
        "remplacant": "Coordinatrice",
        "remplacant_courriel": "coordo@csil.example",
    }
    Client().post(lien(directrice), donnees)
    distribuer()
    boite.recus.clear()
    with parler(referent):
        annuler(Reunion.objects.get(pk=directrice.reunion_id), par=referent, motif="Plus d’objet.")
    distribuer()
    assert sorted(boite.destinataires) == [
        "agent-saj@csil.example",
        "coordo@csil.example",
        directrice.courriel,
    ]


def test_un_remplacant_sans_nom_se_demande_et_rien_n_est_perdu(directrice):
    donnees = {
        "reponse": "remplace",
        "remplacant": "",
        "remplacant_courriel": "pas une adresse",
        "mot": "Mot gardé",
    }
    page = Client().post(lien(directrice), donnees).content.decode()
    assert "Dites qui viendra à votre place." in page and "Cette adresse n’est pas complète." in page
    assert 'value="pas une adresse"' in page and "Mot gardé" in page and "<details" in page
    assert relire(directrice).reponse == Reponse.SANS


@pytest.mark.parametrize("donnees", [{}, {"reponse": "peut-etre"}, {"reponse": "sans"}])
def test_une_reponse_qui_n_en_est_pas_une(directrice, donnees):
    page = Client().post(lien(directrice), {**donnees, "mot": "Mot gardé"}).content.decode()
    assert "Choisissez une réponse avec l’un des boutons." in page and "Mot gardé" in page
    assert relire(directrice).reponse == Reponse.SANS


def test_un_mot_qui_designe_une_personne_est_arrete_puis_confirme(directrice, distribution):
    client, adresse = Client(), lien(directrice)
    donnees = {"reponse": "present", "mot": "Joignez-moi au 0475 12 34 56."}
    page = client.post(adresse, donnees).content.decode()
    assert "Ce n’est pas une personne" in page and relire(directrice).reponse == Reponse.SANS
    case = re.search(r'name="(garde-\w+)"', page).group(1)
    client.post(adresse, {**donnees, case: "on"})
    assert relire(directrice).reponse == Reponse.PRESENT
    with au_nom_de(distribution.dpo, second_facteur=True):
        assert EntreeJournal.objects.get(acte="garde.fausse_alerte").auteur == "un visiteur"


def test_un_lien_fabrique_n_ouvre_rien(directrice, ici):
    jeton = jeton_de_reponse(directrice)
    autre = jeton_de_reponse(ici.convocations.exclude(pk=directrice.pk).get())
    corps, _, signature = jeton.rpartition(".")
    faux = [
        "n-importe-quoi",
        f"{autre.rpartition('.')[0]}.{signature}",  # another person's number, this one's signature
        f"{corps}.{signature[:-1]}x",
        corps,
    ]
    for essai in faux:
        assert Client().get(reverse("repondre", args=[essai])).status_code == 404
        assert Client().post(reverse("repondre", args=[essai]), {"reponse": "present"}).status_code == 404


def test_le_lien_ne_vaut_que_pour_cette_personne(directrice, ici):
    Client().post(lien(directrice), {"reponse": "excuse", "mot": ""})
    assert ici.convocations.exclude(pk=directrice.pk).get().reponse == Reponse.SANS


def test_apres_une_annulation_un_report_un_retrait(directrice, referent, parler):
    adresse = lien(directrice)
    with parler(referent):
        ici = Reunion.objects.get(pk=directrice.reunion_id)
        reporter(ici, par=referent, motif="La salle est inondée.")
    page = Client().get(adresse)
    assert page.status_code == 410 and "Cette réunion est reportée" in page.content.decode()
    with parler(referent):
        reprogrammer(ici, par=referent, debut=dans(40))
    assert "pas encore convoquée" in Client().get(adresse).content.decode()
    with parler(referent):
        annuler(ici, par=referent, motif="La salle est inondée.")
    for verbe in ("get", "post"):
        page = getattr(Client(), verbe)(adresse, {"reponse": "present"})
        assert page.status_code == 410 and "Cette réunion est annulée" in page.content.decode()
        assert "La salle est inondée." in page.content.decode()


def test_apres_un_retrait(directrice, referent, parler):
    adresse = lien(directrice)
    with parler(referent):
        relire(directrice).retirer(par=referent)
    page = Client().get(adresse)
    assert page.status_code == 410 and "Ce lien ne sert plus" in page.content.decode()


def test_apres_la_reunion_la_reponse_ne_change_plus(directrice):
    adresse = lien(directrice)
    with proprietaire():
        ici = directrice.reunion
        ici.debut, ici.fin, ici.limite_propositions = dans(-1), dans(-1, 16), dans(-2)
        ici.save()
    page = Client().post(adresse, {"reponse": "present"})
    assert page.status_code == 410 and "Cette réunion a eu lieu" in page.content.decode()
    assert relire(directrice).reponse == Reponse.SANS


def test_apres_la_reunion_personne_ne_repond_de_la_page_non_plus(ici, client_de, distribution):
    saj = distribution.agent_saj
    convocation = ici.convocations.get(personne=saj)
    with proprietaire():
        ici.debut, ici.fin, ici.limite_propositions = dans(-1), dans(-1, 16), dans(-2)
        ici.save()
    client, adresse = client_de(saj), reverse("convocation-repondre", args=[convocation.pk])
    assert "Cette réunion a eu lieu" in client.post(adresse, {"reponse": "present"}).content.decode()
    assert relire(convocation).reponse == Reponse.SANS


def test_changer_sans_cesse_se_freine(directrice):
    client, adresse = Client(), lien(directrice)
    for rang in range(20):
        assert (
            client.post(adresse, {"reponse": ("present", "excuse")[rang % 2], "mot": ""}).status_code == 302
        )
    page = client.post(adresse, {"reponse": "present", "mot": "Mot gardé"})
    assert page.status_code == 429 and "Attendez une heure" in page.content.decode()
    assert "Mot gardé" in page.content.decode() and relire(directrice).reponse == Reponse.EXCUSE
    assert client.get(adresse).status_code == 200


# On the platform


def test_repondre_de_la_page(ici, client_de, distribution):
    saj = distribution.agent_saj
    convocation = ici.convocations.get(personne=saj)
    client, adresse = client_de(saj), reverse("convocation-repondre", args=[convocation.pk])
    client.post(adresse, {"reponse": "present", "mot": "Je présente le point 2."})
    assert (
        relire(convocation).reponse == Reponse.PRESENT
        and relire(convocation).history.first().history_user == saj
    )
    client.post(adresse, {"reponse": "excuse"})  # the page's own button sends no word: the word stays
    assert (relire(convocation).reponse, relire(convocation).mot) == (
        Reponse.EXCUSE,
        "Je présente le point 2.",
    )
    page = client.get(adresse).content.decode()
    assert "Viendrez-vous" in page and "Quelqu’un viendra à ma place" in page


def test_nul_autre_ne_repond_pour_quelqu_un_sauf_le_referent(
    ici, directrice, client_de, distribution, referent
):
    adresse = reverse("convocation-repondre", args=[directrice.pk])
    agent = client_de(distribution.agent_cripel)
    assert agent.get(adresse).status_code == 404 == agent.post(adresse, {"reponse": "present"}).status_code
    page = client_de(referent).post(adresse, {"reponse": "excuse", "mot": "Au téléphone."}, follow=True)
    assert "La réponse est notée." in page.content.decode()
    assert relire(directrice).history.first().history_user == referent


def test_une_autre_date_efface_les_reponses_et_libere_le_collegue(directrice, referent, parler, boite):
    donnees = {
        "reponse": "remplace",
        "remplacant": "Coordinatrice",
        "remplacant_courriel": "coordo@csil.example",
    }
    Client().post(lien(directrice), donnees)
    distribuer()
    boite.recus.clear()
    with parler(referent):
        relire(directrice).oublier_reponse(par=referent)
    distribuer()
    assert boite.destinataires == ["coordo@csil.example"] and relire(directrice).reponse == Reponse.SANS


def test_l_ancien_lien_d_une_adresse_corrigee_ne_vaut_plus(directrice, referent, parler):
    adresse = lien(directrice)
    with parler(referent):
        directrice.courriel = "autre@csil.example"
        directrice.save()
    assert Client().get(adresse).status_code == 410 and Client().get(lien(directrice)).status_code == 200


def test_inviter_un_compte_ne_donne_pas_deux_fois_le_meme_lien(referent, parler, distribution):
    with parler(referent):
        une, autre = convoquee(referent, distribution.agent_saj), arretee(referent, jours=20)
        inviter(autre, referent, distribution.agent_saj)
    jetons = {jeton_de_reponse(c) for c in (*une.convocations.all(), *autre.convocations.all())}
    assert len(jetons) == 2
