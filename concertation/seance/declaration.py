from concertation.seance.models import Presence
from csil.declarations import Declaration

DECLARATION = Declaration(
    nom="séance",
    modeles=(Presence,),
    quarantaine={},
    taches=(),
)
