"""The minutes that the item « Approbation du compte rendu précédent » takes up at a meeting."""

from django.db.models import Q

from concertation.compte_rendu.models import CompteRendu
from concertation.reunions.etats import Etat


def a_approuver(reunion):
    """List the minutes that this meeting approves, or approved, the oldest first."""
    attend = Q(reunion__etat=Etat.RELECTURE, reunion__debut__lt=reunion.debut)
    comptes_rendus = CompteRendu.objects.filter(attend | Q(approuve_lors_de=reunion))
    return comptes_rendus.select_related("reunion").order_by("reunion__debut")
