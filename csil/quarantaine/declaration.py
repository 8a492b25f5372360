from csil.declarations import Declaration
from csil.quarantaine.models import DecisionPurge, Quarantaine
from csil.quarantaine.quarantaine import taches

DECLARATION = Declaration(
    nom="quarantaine",
    modeles=(DecisionPurge, Quarantaine),
    quarantaine={},
    taches=(taches,),
)
