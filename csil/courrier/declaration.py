from csil.courrier.models import CorpsEnvoi, Envoi, PieceJointe
from csil.declarations import Declaration

DECLARATION = Declaration(
    nom="courrier",
    modeles=(CorpsEnvoi, Envoi, PieceJointe),
    quarantaine={},
    taches=(),
)
