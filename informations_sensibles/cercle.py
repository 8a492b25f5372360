"""Who can read a report, as the line at the top of its page says it: names and roles, never why somebody is kept away."""

from collections import defaultdict
from dataclasses import dataclass

from csil.models import GroupeEnVigueur, Utilisateur
from informations_sensibles.models.blocage import tenus_a_l_ecart
from informations_sensibles.permissions import MEMBRES, membres


@dataclass(frozen=True)
class Lecteur:
    personne: Utilisateur
    raison: str


@dataclass(frozen=True)
class Cercle:
    lecteurs: list[Lecteur]
    # Kept away for a conflict of interest: whoever reads does not speak of it to them
    ecartes: list[Utilisateur]


def cercle_de(signalement) -> Cercle:
    """In a fixed number of queries, whatever the number of members."""
    ecartes, roles = tenus_a_l_ecart(signalement), roles_par_personne()
    lecteurs = [
        Lecteur(personne, " et ".join(sorted(roles[personne.pk])).replace("'", "’"))
        for personne in membres()
        if personne.pk not in ecartes
    ]
    if signalement.signalant_id not in roles:
        lecteurs.append(Lecteur(signalement.signalant, "Son texte, l’état et la réponse : rien d’autre"))
    return Cercle(lecteurs, list(Utilisateur.objects.filter(pk__in=ecartes)))


def roles_par_personne() -> dict[int, set[str]]:
    """Groups of the Cellule in force, by person: one query."""
    roles = defaultdict(set)
    siens = GroupeEnVigueur.objects.filter(groupe__name__in=MEMBRES)
    for personne, groupe in siens.values_list("personne", "groupe__name"):
        roles[personne].add(groupe)
    return roles
