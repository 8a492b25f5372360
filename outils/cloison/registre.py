"""The rules of the trial, found in the rooms."""

from csil.cloison import Regle
from csil.declarations import modules

PAQUETS = ("csil", "partenaires", "concertation", "informations_sensibles")
# Every table of these must be judged by a rule and stand behind a policy.
MURES = ("informations_sensibles",)


def regles() -> list[Regle]:
    """Collect the rules of every room, once a run and as owner: they read the facts then."""
    return [regle for paquet in PAQUETS for module in modules(paquet, "cloison") for regle in module.regles()]
