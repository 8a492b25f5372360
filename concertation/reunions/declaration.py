from concertation.reunions.models import Reunion
from csil.declarations import Declaration, Rubrique

DECLARATION = Declaration(
    nom="réunions",
    modeles=(Reunion,),
    quarantaine={},
    taches=(),
    rubriques=(
        Rubrique("concertation", "Réunions", "reunions", 10, aussi=("points", "documents", "convocations")),
    ),
)
