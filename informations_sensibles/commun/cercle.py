"""The line at the top of a page: who can read the record, and who is kept away from it."""

from collections import defaultdict
from dataclasses import dataclass

from csil.comptes.models import GroupeEnVigueur, Utilisateur
from informations_sensibles.commun.permissions import MEMBRES


@dataclass(frozen=True)
class Lecteur:
    personne: Utilisateur
    raison: str


@dataclass(frozen=True)
class Cercle:
    lecteurs: list[Lecteur]
    # Kept away for a conflict of interest: whoever reads does not speak of it to them
    ecartes: list[Utilisateur]


def roles_par_personne() -> dict[int, set[str]]:
    """Find the groups of the Cellule in force, by person, in one query."""
    roles = defaultdict(set)
    siens = GroupeEnVigueur.objects.filter(groupe__name__in=MEMBRES)
    for personne, groupe in siens.values_list("personne", "groupe__name"):
        roles[personne].add(groupe)
    return roles
