from csil.declarations import Declaration
from partenaires import regard
from partenaires.appartenances.models import Appartenance, DroitPartenaire, GroupeTravail

DECLARATION = Declaration(
    nom="appartenances",
    modeles=(Appartenance, DroitPartenaire, GroupeTravail),
    quarantaine={},
    taches=(),
    regards=(regard.groupes,),
)
