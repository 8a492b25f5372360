"""Who takes part in the Concertation (conception §3)."""

from csil.comptes import groupes
from csil.comptes.models import GroupeEnVigueur, Utilisateur

# Every member reads every meeting, invited or not, drafts included; the authorities read.
LISENT = (groupes.CONCERTATION, groupes.REFERENT, groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS)
PROPOSENT = (groupes.CONCERTATION, groupes.REFERENT)
GERENT = (groupes.REFERENT,)


def membres():
    """Give the open accounts that read the Concertation now: they are invited, preside, write the minutes."""
    lisent = GroupeEnVigueur.objects.filter(groupe__name__in=LISENT).values("personne")
    return Utilisateur.objects.filter(pk__in=lisent, is_active=True)
