from concertation.compte_rendu.models import Addendum, Amendement, CompteRendu, CompteRenduPoint
from csil.declarations import Declaration

DECLARATION = Declaration(
    nom="compte rendu",
    modeles=(Addendum, Amendement, CompteRendu, CompteRenduPoint),
    quarantaine={},
    taches=(),
)
