from csil.comptes.models import (
    Attribution,
    Connexion,
    Engagement,
    GroupeEnVigueur,
    ProfilGroupe,
    TexteEngagement,
    Utilisateur,
)
from csil.declarations import Declaration

DECLARATION = Declaration(
    nom="comptes",
    modeles=(Attribution, Connexion, Engagement, GroupeEnVigueur, ProfilGroupe, TexteEngagement, Utilisateur),
    quarantaine={},
    taches=(),
)
