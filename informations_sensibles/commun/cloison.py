"""The rule of the trial (`make cloison`) for the categories of data: who may read each, said a second time."""

from collections.abc import Iterable

from csil.cloison import Regle
from csil.comptes import groupes
from informations_sensibles.commun.models import CategorieDonnee
from partenaires.mandats.faits import Faits

CELLULE = (groupes.REFERENT, groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS, groupes.OFFICIER, groupes.CELLULE)


def regles() -> Iterable[Regle]:
    lisent = Faits().de(*CELLULE, groupes.ADMINISTRATEURS)
    return [Regle(CategorieDonnee, lambda c: lisent)]
