from partenaires.annuaire.models.adresse_sujet import AdresseSujet
from partenaires.annuaire.models.contact import Contact, Nature
from partenaires.annuaire.models.fonction import Fonction
from partenaires.annuaire.models.implantation import Implantation
from partenaires.annuaire.models.niveau import Niveau
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.partenaire import Partenaire, Rythme
from partenaires.annuaire.models.quartier import Quartier
from partenaires.annuaire.models.secteur import Secteur
from partenaires.annuaire.models.service import Service
from partenaires.annuaire.models.theme import Theme

__all__ = [
    "AdresseSujet",
    "Contact",
    "Fonction",
    "Implantation",
    "Nature",
    "Niveau",
    "Offre",
    "Partenaire",
    "Quartier",
    "Rythme",
    "Secteur",
    "Service",
    "Theme",
]
