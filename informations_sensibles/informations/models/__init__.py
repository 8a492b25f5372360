from informations_sensibles.informations.models.consentement import Consentement
from informations_sensibles.informations.models.embargo import Embargo
from informations_sensibles.informations.models.etape_information import EtapeInformation
from informations_sensibles.informations.models.information import Information
from informations_sensibles.informations.models.passage_masque import PassageMasque
from informations_sensibles.informations.models.rectification import (
    ARectifier,
    Rectification,
    destinataires_passes,
)
from informations_sensibles.informations.models.sortie import INFORMER_TFL
from informations_sensibles.informations.models.suites_information import (
    LARGEUR,
    PLUS_LARGE,
    RECTIFIABLES,
    SAISIS,
    ADesSuites,
)

__all__ = [
    "ADesSuites",
    "ARectifier",
    "Consentement",
    "Embargo",
    "EtapeInformation",
    "INFORMER_TFL",
    "Information",
    "LARGEUR",
    "PLUS_LARGE",
    "PassageMasque",
    "RECTIFIABLES",
    "Rectification",
    "SAISIS",
    "destinataires_passes",
]
