from .attribution import Attribution, GroupeEnVigueur, ProfilGroupe
from .connexion import Connexion
from .engagement import Engagement, TexteEngagement
from .envoi import CorpsEnvoi, Envoi, EtatEnvoi, PieceJointe
from .journal import EntreeJournal, Verbe
from .quarantaine import DecisionPurge, Quarantaine
from .reference import ReferenceLegale
from .utilisateur import Utilisateur

__all__ = [
    "Attribution",
    "Connexion",
    "CorpsEnvoi",
    "Engagement",
    "DecisionPurge",
    "EntreeJournal",
    "Envoi",
    "EtatEnvoi",
    "GroupeEnVigueur",
    "PieceJointe",
    "ProfilGroupe",
    "Quarantaine",
    "ReferenceLegale",
    "TexteEngagement",
    "Utilisateur",
    "Verbe",
]
