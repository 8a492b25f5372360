from .attribution import Attribution, GroupeEnVigueur, ProfilGroupe
from .connexion import Connexion
from .engagement import Engagement, TexteEngagement
from .envoi import CorpsEnvoi, Envoi, EtatEnvoi, PieceJointe
from .journal import EntreeJournal, Verbe
from .reference import ReferenceLegale
from .utilisateur import Utilisateur

__all__ = [
    "Attribution",
    "Connexion",
    "CorpsEnvoi",
    "Engagement",
    "EntreeJournal",
    "Envoi",
    "EtatEnvoi",
    "GroupeEnVigueur",
    "PieceJointe",
    "ProfilGroupe",
    "ReferenceLegale",
    "TexteEngagement",
    "Utilisateur",
    "Verbe",
]
