from csil.declarations import Declaration
from informations_sensibles.commun.models import CategorieDonnee, ReponseType

DECLARATION = Declaration(
    nom="commun",
    modeles=(CategorieDonnee, ReponseType),
    quarantaine={},
    taches=(),
)
