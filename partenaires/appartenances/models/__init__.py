from partenaires.appartenances.models.appartenance import Appartenance
from partenaires.appartenances.models.droit_partenaire import DroitPartenaire
from partenaires.appartenances.models.groupe_travail import GroupeTravail

__all__ = [
    "Appartenance",
    "DroitPartenaire",
    "GroupeTravail",
]
