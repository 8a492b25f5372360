from csil.declarations import Declaration
from csil.quarantaine.accueil import taches
from csil.quarantaine.models import DecisionPurge, Quarantaine

DECLARATION = Declaration(
    nom="quarantaine",
    modeles=(DecisionPurge, Quarantaine),
    quarantaine={},
    taches=(taches,),
)
