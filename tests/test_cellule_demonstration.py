"""The demonstration's Cellule loads, holds every state, and names nobody."""

import pytest

from csil.garde import reperer
from informations_sensibles import demonstration
from informations_sensibles.models import (
    EtapeProcessus,
    ProcessusCommunication,
    Secteur,
    SignalementContextuel,
    VersionProcessus,
)
from partenaires.demonstration import completer_annuaire
from tests.outils import proprietaire


@pytest.fixture
def chargee(distribution):
    with proprietaire():
        completer_annuaire(distribution)
        demonstration.charger()
    return distribution


def test_chaque_etat_est_la(chargee, parler):
    with parler(chargee.officier_information):
        etats = VersionProcessus.objects.values_list("etat", flat=True)
        assert set(etats) == {"brouillon", "soumise", "en_vigueur", "remplacee"}
        recus = list(SignalementContextuel.objects.all())
        assert {s.etat for s in recus} == {"recu", "pris_en_charge", "clos"} and len(recus) == 5
        assert SignalementContextuel.objects.en_retard().count() == 1
        alarmes = {secteur.code: secteur.alarmes for secteur in Secteur.objects.complets()}
        assert alarmes["tec"] == [] and len(alarmes["ecoles"]) == 3 and len(alarmes["hopitaux"]) == 3
        assert {h.history_user for h in VersionProcessus.history.all()} >= {
            chargee.bourgmestre,
            chargee.officier_information,
        }


def test_le_point_de_contact_du_tec_lit_ses_reponses(chargee, parler):
    with parler(chargee.contact_tec):
        siens = SignalementContextuel.objects.visible_to(chargee.contact_tec)
        assert siens.count() == 5 and sum(s.retour is not None for s in siens) == 2
        assert ProcessusCommunication.objects.get().en_vigueur.numero == 2


def test_les_textes_ne_designent_personne(chargee, parler):
    with parler(chargee.referent):
        textes = [s.quoi + s.lieu for s in SignalementContextuel.objects.all()]
        textes += [" ".join(map(str, (e.qui, e.quoi, e.a_qui))) for e in EtapeProcessus.objects.all()]
    assert textes and not [repere for texte in textes for repere in reperer(texte)]
