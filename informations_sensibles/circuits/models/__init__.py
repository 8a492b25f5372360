from informations_sensibles.circuits.models.circuit import Circuit
from informations_sensibles.circuits.models.etape_circuit import Acte, EtapeCircuit, fautes
from informations_sensibles.circuits.models.version_circuit import VersionCircuit

__all__ = [
    "Acte",
    "Circuit",
    "EtapeCircuit",
    "VersionCircuit",
    "fautes",
]
