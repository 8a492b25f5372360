"""The demonstration's circuits: those to begin with, and a second version that waits for the Chef de Corps."""

from informations_sensibles.circuits import depart as circuits_de_depart
from informations_sensibles.circuits.models.circuit import Circuit
from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.commun.demonstration import ecrire, il_y_a


def charger(gens):
    """Write the circuits of the demonstration, as owner of the tables."""
    circuits_de_depart.charger()
    local, referent = Circuit.objects.get(genre="rir", source="police_locale"), gens["referent"]
    depart = local.en_vigueur
    suite = VersionCircuit(
        circuit=local, numero=2, redigee_par=referent, redigee_le=il_y_a(3),
        note="Deux jours de moins avant le contact TFL.",
        **{nom: getattr(depart, nom) for nom in VersionCircuit.PERMIS},
    )  # fmt: skip
    ecrire(suite, referent, 3)
    for etape in depart.etapes.all():
        jours = {"delai_jours": 3} if etape.acte == "informer_tfl" else {}
        champs = {nom: getattr(etape, nom) for nom in etape.CHAMPS} | jours
        ecrire(type(etape)(version_circuit=suite, ordre=etape.ordre, origine=etape, **champs), referent, 3)
    suite.etat, suite.soumise_par, suite.soumise_le = "soumise", referent, il_y_a(2)
    ecrire(suite, referent, 2)
    suite.approuvee_referent_par, suite.approuvee_referent_le = referent, il_y_a(1)
    ecrire(suite, referent, 1)
