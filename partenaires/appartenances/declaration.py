from csil.declarations import Declaration
from partenaires.appartenances import regard
from partenaires.appartenances.accueil import taches
from partenaires.appartenances.models import Appartenance, DroitPartenaire

DECLARATION = Declaration(
    nom="appartenances",
    modeles=(Appartenance, DroitPartenaire),
    quarantaine={},
    taches=(taches,),
    regards=(regard.annuaire,),
)
