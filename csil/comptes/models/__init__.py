from csil.comptes.models.attribution import Attribution, GroupeEnVigueur, ProfilGroupe
from csil.comptes.models.connexion import Connexion
from csil.comptes.models.engagement import Engagement, TexteEngagement
from csil.comptes.models.utilisateur import Utilisateur

__all__ = [
    "Attribution",
    "Connexion",
    "Engagement",
    "GroupeEnVigueur",
    "ProfilGroupe",
    "TexteEngagement",
    "Utilisateur",
]
