"""The rules of the trial (`make cloison`) for the circuits: who may read each, said a second time."""

from collections.abc import Iterable

from csil.cloison import Regle
from csil.comptes import groupes
from informations_sensibles.circuits.models import Circuit, EtapeCircuit, VersionCircuit
from partenaires.mandats.faits import Faits

CELLULE = (groupes.REFERENT, groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS, groupes.OFFICIER, groupes.CELLULE)


def regles() -> Iterable[Regle]:
    cellule = Faits().de(*CELLULE)
    return [
        Regle(Circuit, lambda c: cellule),
        Regle(VersionCircuit, lambda v: cellule, lambda v: [v.note, v.decision]),
        Regle(EtapeCircuit, lambda e: cellule, lambda e: [e.consigne]),
    ]
