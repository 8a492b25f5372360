from .adresse_sujet import AdresseSujet
from .appartenance import Appartenance
from .attestation import POLICIERS, AttestationHabilitation, attestation_de
from .contact import Contact, Nature
from .droit_partenaire import DroitPartenaire
from .fonction import Fonction
from .groupe_travail import GroupeTravail
from .implantation import Implantation
from .mandat import Mandat, Revue
from .niveau import Niveau
from .offre import Offre
from .partenaire import Partenaire, Rythme, StatutFiche
from .plateforme import Plateforme
from .poste import Poste, Titulaire
from .quartier import Quartier
from .secteur import Secteur
from .service import Service
from .suspension import Cause, EcheanceMandat, Suspension
from .theme import Theme

__all__ = [
    "POLICIERS",
    "AdresseSujet",
    "Appartenance",
    "AttestationHabilitation",
    "Cause",
    "Contact",
    "DroitPartenaire",
    "EcheanceMandat",
    "Fonction",
    "GroupeTravail",
    "Implantation",
    "Mandat",
    "Nature",
    "Niveau",
    "Offre",
    "Partenaire",
    "Plateforme",
    "Poste",
    "Quartier",
    "Revue",
    "Rythme",
    "Secteur",
    "Service",
    "StatutFiche",
    "Suspension",
    "Theme",
    "Titulaire",
    "attestation_de",
]
