"""The demonstration's Cellule loads, holds every state, and names nobody."""

import pytest
from django.core.management import call_command

from csil.garde import reperer
from informations_sensibles import demonstration
from informations_sensibles.circuits.models import Circuit, EtapeCircuit, VersionCircuit
from informations_sensibles.commun.permissions import peut_signaler
from informations_sensibles.secteurs.models import (
    EtapeProcessus,
    ProcessusCommunication,
    Secteur,
    VersionProcessus,
)
from informations_sensibles.signalements.models import SignalementContextuel
from informations_sensibles.signaler.models import SignalementPartenaire
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
        textes += [e.consigne for e in EtapeCircuit.objects.all()]
        textes += [" ".join(map(str, (e.qui, e.quoi, e.a_qui))) for e in EtapeProcessus.objects.all()]
    assert textes and not [repere for texte in textes for repere in reperer(texte)]


def test_un_partenaire_ouvert_et_un_signalement_dans_chaque_etat(chargee, parler):
    """The SAJ and not the CRIPEL; the one taken up and the one closed are of the same example."""
    agent, referent = chargee.agent_saj, chargee.referent
    assert peut_signaler(agent) is False  # nobody speaks
    with parler(agent):
        siens = SignalementPartenaire.objects.visible_to(agent)
        assert {s.etat for s in siens} == {"recu", "repris", "clos"} and siens.count() == 3
    with parler(chargee.agent_cripel):
        assert not peut_signaler(chargee.agent_cripel)
    with parler(referent):
        pris = SignalementPartenaire.objects.get(etat="repris")
        assert pris.suite.information.saisie_par == referent
        assert [h.history_user for h in pris.suite.history.all()] == [referent]
        (avant,) = SignalementPartenaire.objects.de_la_meme_personne(pris, referent)
        assert avant.etat == "clos"
        textes = [s.texte + s.interet_enfant for s in SignalementPartenaire.objects.all()]
        assert textes and not [repere for texte in textes for repere in reperer(texte)]


def test_chaque_paire_que_nomme_la_source_a_son_circuit_a_valider(chargee, parler, client_de):
    """RIR, PV, reports × local police, federal police, State Security; a partner's report. Each is a circuit that holds."""
    with parler(chargee.referent):
        en_vigueur = VersionCircuit.objects.filter(etat="en_vigueur")
        assert all(version.a_valider for version in en_vigueur) and len(en_vigueur) == 10
        police = ("police_locale", "police_federale", "surete")
        for genre, source in [
            *((g, s) for g in ("rir", "pv", "rapport") for s in police),
            ("signalement_partenaire", "partenaire"),
        ]:
            version = VersionCircuit.objects.en_vigueur(genre, source)
            assert version.manques() == [], version.circuit
        surete = VersionCircuit.objects.en_vigueur("rir", "surete")
        assert [e.acte for e in surete.etapes.all()] == [
            "valider",
            "evaluer",
            "demander_consentement",
            "soumettre_bourgmestre",
            "informer_tfl",
        ]
        assert Circuit.objects.get(genre="rir", source="police_locale").en_preparation.etat == "soumise"
    page = client_de(chargee.membre_cellule).get("/informations-sensibles/circuits/").content.decode()
    assert page.count("À valider") == 10


def test_charger_deux_fois_ne_reprend_rien(chargee, capsys):
    with proprietaire():
        retire = VersionCircuit.objects.en_vigueur("pv", "surete")
        retire.etat = "retiree"
        retire.save()
        call_command("charger_circuits")
        assert VersionCircuit.objects.en_vigueur("pv", "surete") is None
    assert "0 circuits de départ" in capsys.readouterr().out
