"""Who takes part in the Concertation (conception §3)."""

from csil import groupes

# Every member reads every meeting, invited or not, drafts included; the authorities read.
LISENT = (groupes.CONCERTATION, groupes.REFERENT, groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS)
PROPOSENT = (groupes.CONCERTATION, groupes.REFERENT)
GERENT = (groupes.REFERENT,)
