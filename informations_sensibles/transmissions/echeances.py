"""Deadlines of the transmissions."""

from django.db.models import Q

from csil.comptes.groupes import OFFICIER
from csil.comptes.models import GroupeEnVigueur
from informations_sensibles.commun.echeances import lire, prevenir
from informations_sensibles.commun.permissions import membres


def retours() -> None:
    """Tell the Officier, and who leads the dossier, of a return from the TFL that is overdue."""
    officiers = GroupeEnVigueur.objects.filter(groupe__name=OFFICIER)
    for transmission, depuis, pilote in lire("SELECT * FROM csil_retours_dus()"):
        gens = membres().filter(Q(pk=pilote) | Q(pk__in=officiers.values("personne")))
        prevenir(
            f"retour:{transmission}:{depuis}",
            "Un retour n’est pas arrivé",
            "transmissions/email/retour_du",
            gens,
            reserve=True,
        )
