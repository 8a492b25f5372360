"""The personal calendar feed: a secret address that its owner renews, neutral, closed to whoever is not a member any more."""

import pytest
import vobject
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from concertation.agenda.jetons import adresse_d_agenda, jeton_d_agenda
from concertation.agenda.models import AgendaPersonnel
from concertation.convocations.actes.reunion import annuler
from csil.comptes.models import Attribution
from tests.concertation.ecritures import arretee, convoquee, reunion
from tests.outils import proprietaire

pytestmark = pytest.mark.dates


@pytest.fixture
def agenda(distribution, parler) -> AgendaPersonnel:
    agent = distribution.agent_saj
    with parler(agent):
        return AgendaPersonnel.ouvrir(par=agent)


def suivre(agenda):
    return Client().get(reverse("agenda-ics", args=[jeton_d_agenda(agenda)]))


def test_son_adresse_se_cree_se_montre_et_se_renouvelle(distribution, client_de):
    agent = distribution.agent_saj
    client, page = client_de(agent), reverse("mon-agenda")
    vierge = client.get(page)
    assert "Créer mon adresse" in vierge.content.decode() and "no-store" in vierge["Cache-Control"]
    assert not AgendaPersonnel.objects.exists()  # looking at the page makes nothing
    client.post(page)
    agenda = AgendaPersonnel.objects.get()
    ancienne = jeton_d_agenda(agenda)
    assert adresse_d_agenda(agenda) in client.get(page).content.decode()
    assert suivre(agenda).status_code == 200
    renouveler = reverse("agenda-renouveler")
    assert "cesseront de se mettre à jour" in client.get(renouveler).content.decode()
    assert suivre(agenda).status_code == 200  # nothing happened yet
    assert "L’ancienne ne répond plus." in client.post(renouveler, follow=True).content.decode()
    assert Client().get(reverse("agenda-ics", args=[ancienne])).status_code == 404
    agenda.refresh_from_db()
    assert suivre(agenda).status_code == 200
    assert [ligne.history_user for ligne in agenda.history.all()] == [agent, agent]


def test_renouveler_ce_qui_n_existe_pas(distribution, client_de):
    assert client_de(distribution.agent_saj).post(reverse("agenda-renouveler")).url == reverse("mon-agenda")


def test_les_reunions_fixees_rien_que_des_titres_neutres(agenda, distribution, parler):
    referent = distribution.referent
    with parler(referent):
        reunion(referent, jours=5)  # a draft
        arretee(referent, jours=10, titre="Séance sur le stade")
        convoquee(referent, distribution.agent_saj, jours=15)
        annulee = convoquee(referent, distribution.agent_saj, jours=20)
        oubliee = arretee(referent, jours=25)
        annuler(annulee, par=referent, motif="La salle est inondée.")
        annuler(oubliee, par=referent, motif="Créée par erreur.")
    reponse = suivre(agenda)
    assert (
        reponse["Content-Type"] == "text/calendar; charset=utf-8" and "no-store" in reponse["Cache-Control"]
    )
    calendrier = vobject.readOne(reponse.content.decode())
    assert [evenement.status.value for evenement in calendrier.vevent_list] == [
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
    ]
    assert {evenement.summary.value for evenement in calendrier.vevent_list} == {"Réunion CSIL"}
    texte = reponse.content.decode()
    assert (
        "stade" not in texte
        and "inondée" not in texte
        and "ATTENDEE" not in texte
        and "Agent du SAJ" not in texte
    )


def test_un_compte_ferme_ou_sorti_de_la_concertation_ne_suit_plus(agenda, distribution):
    agent = distribution.agent_saj
    with proprietaire():
        agent.is_active = False
        agent.save()
    assert suivre(agenda).status_code == 404
    with proprietaire():
        agent.is_active = True
        agent.save()
        assert suivre(agenda).status_code == 200
        Attribution.objects.filter(personne=agent).delete()
    assert suivre(agenda).status_code == 404


@pytest.mark.parametrize("faux", ["x", "1-1", "1-1.faux"])
def test_une_adresse_fabriquee(agenda, faux):
    assert Client().get(reverse("agenda-ics", args=[faux])).status_code == 404
    assert Client().get(f"/concertation/agenda/{jeton_d_agenda(agenda)[:-1]}x.ics").status_code == 404


def test_autant_de_requetes_pour_quarante_reunions(agenda, distribution, parler):
    referent = distribution.referent

    def compter() -> int:
        with CaptureQueriesContext(connection) as requetes:
            assert suivre(agenda).status_code == 200
        return len(requetes)

    with parler(referent):
        arretee(referent)
    avant = compter()
    with parler(referent):
        for jours in range(20, 40):
            arretee(referent, jours=jours)
    assert compter() == avant
