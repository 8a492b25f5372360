from informations_sensibles.models import Secteur
from informations_sensibles.permissions import TIENNENT, a_un_role

from . import tache


def secteurs(user):
    """For who keeps the sectors: those that cannot be counted on, one line each."""
    if not a_un_role(user, TIENNENT):
        return
    for secteur in Secteur.objects.visible_to(user).complets():
        alarmes = secteur.alarmes
        if alarmes:
            autres = f", et {len(alarmes) - 1} de plus" if len(alarmes) > 1 else ""
            yield tache(
                secteur,
                f"Remettre un secteur à jour : {secteur}",
                f"{alarmes[0].rstrip('.')}{autres}",
                "Voir le secteur",
                None,
            )
