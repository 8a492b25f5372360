"""The table kind × source, as its page shows it."""

from dataclasses import dataclass

from django.db.models import Prefetch

from informations_sensibles.circuits.models.circuit import Circuit
from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.commun.vocabulaire import Genre, SourceInformation


@dataclass(frozen=True)
class Case:
    """Hold one cell of the table. `circuit`: None where nobody has begun one; `version`: the one in force, or None: what comes in waits."""

    genre: Genre
    source: SourceInformation
    circuit: Circuit | None

    @property
    def version(self):
        return self.circuit and self.circuit.en_vigueur

    @property
    def suite(self):
        return self.circuit and self.circuit.en_preparation


def tableau(user) -> list[tuple[Genre, list[Case]]]:
    """Read the whole table in a fixed number of queries."""
    vivantes = VersionCircuit.objects.filter(etat__in=["brouillon", "soumise", "en_vigueur"])
    circuits = Circuit.objects.visible_to(user).prefetch_related(
        Prefetch("versions", vivantes.prefetch_related("etapes"))
    )
    par_paire = {(circuit.genre, circuit.source): circuit for circuit in circuits}
    return [
        (genre, [Case(genre, source, par_paire.get((genre, source))) for source in SourceInformation])
        for genre in Genre
    ]
