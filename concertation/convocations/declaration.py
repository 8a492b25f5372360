from concertation.convocations import courriels, piece_jointe, rappels
from concertation.convocations.models import Convocation
from csil.declarations import Declaration

DECLARATION = Declaration(
    nom="convocations",
    modeles=(Convocation,),
    quarantaine={},
    taches=(),
    echeances={"rappels des convocations": rappels.rappeler},
    recettes={courriels.ORDRE_DU_JOUR: piece_jointe.ordre_du_jour},
)
