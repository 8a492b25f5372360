from .attribution import Attribution, GroupeEnVigueur, ProfilGroupe
from .connexion import Connexion
from .engagement import Engagement, TexteEngagement
from .journal import EntreeJournal, Verbe
from .reference import ReferenceLegale
from .utilisateur import Utilisateur

__all__ = [
    "Attribution",
    "Connexion",
    "Engagement",
    "EntreeJournal",
    "GroupeEnVigueur",
    "ProfilGroupe",
    "ReferenceLegale",
    "TexteEngagement",
    "Utilisateur",
    "Verbe",
]
