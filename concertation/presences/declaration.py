from concertation.presences.models import Presence
from csil.declarations import Declaration

DECLARATION = Declaration(
    nom="présences",
    modeles=(Presence,),
    quarantaine={},
    taches=(),
)
