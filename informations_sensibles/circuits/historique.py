"""What the « Historique » tab of a circuit tells."""

from csil.historique import Source
from informations_sensibles.circuits.models.etape_circuit import EtapeCircuit
from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.commun.historique import TUS


def du_circuit(circuit) -> list[Source]:
    versions = VersionCircuit.history.filter(circuit=circuit)
    etapes = EtapeCircuit.history.filter(version_circuit__in=versions.values("id"))
    return [
        Source(circuit.history.all(), "le circuit", titre="", tus=TUS),
        Source(versions, "la", tus=TUS),
        Source(etapes, "une", tus=TUS),
    ]
