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

__all__ = [
    "ARectifier",
    "Consentement",
    "Embargo",
    "EtapeInformation",
    "Information",
    "PassageMasque",
    "Rectification",
    "destinataires_passes",
]
