"""The demonstration's meetings: one in every state, readable histories, and no e-mail."""

import pytest
from django.urls import reverse

from concertation.actions.models import Action
from concertation.demonstration import charger
from concertation.modeles.models import ModeleReunion
from concertation.ordre_du_jour.models import PointOrdreDuJour
from concertation.reunions.models import Etat, Reunion
from csil.courrier.models import Envoi
from tests.outils import proprietaire


@pytest.fixture
def demonstration(distribution):
    with proprietaire():
        charger()
        assert not Envoi.objects.exists()


def test_une_reunion_dans_chaque_etat(demonstration):
    assert set(Reunion.objects.values_list("etat", flat=True)) == set(Etat)
    assert ModeleReunion.objects.count() == 2
    assert Action.objects.en_retard().count() >= 2
    assert set(PointOrdreDuJour.objects.values_list("etat", flat=True)) >= {
        "propose",
        "a_completer",
        "refuse",
    }


def test_l_histoire_suit_les_dates(demonstration):
    reunion = Reunion.objects.filter(etat=Etat.APPROUVEE).latest("debut")
    assert reunion.history.earliest().history_date == reunion.creee_le
    assert reunion.compte_rendu.approuve_lors_de.debut > reunion.debut


def test_chaque_fiche_s_ouvre_pour_chacun(demonstration, distribution, client_de):
    for personne in (distribution.referent, distribution.agent_saj, distribution.bourgmestre):
        client = client_de(personne)
        for reunion in Reunion.objects.all():
            for nom in ("reunion", "reunion-historique"):
                assert client.get(reverse(nom, args=[reunion.pk])).status_code == 200, reunion
        for adresse in (
            "/",
            "/concertation/",
            "/concertation/assiduite/",
            "/concertation/reunions/calendrier/",
        ):
            assert client.get(adresse).status_code == 200, adresse
