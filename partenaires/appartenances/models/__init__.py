from partenaires.appartenances.models.appartenance import Appartenance
from partenaires.appartenances.models.droit_partenaire import DroitPartenaire, partenaires_tenus

__all__ = [
    "Appartenance",
    "DroitPartenaire",
    "partenaires_tenus",
]
