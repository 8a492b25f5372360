from informations_sensibles.secteurs.models.correspondant import CorrespondantSecteur
from informations_sensibles.secteurs.models.etape import EtapeProcessus
from informations_sensibles.secteurs.models.exercice import Exercice
from informations_sensibles.secteurs.models.organisation import OrganisationSecteur
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact
from informations_sensibles.secteurs.models.processus import ProcessusCommunication
from informations_sensibles.secteurs.models.secteur import Secteur
from informations_sensibles.secteurs.models.version_processus import VersionProcessus

__all__ = [
    "CorrespondantSecteur",
    "EtapeProcessus",
    "Exercice",
    "OrganisationSecteur",
    "PointDeContact",
    "ProcessusCommunication",
    "Secteur",
    "VersionProcessus",
]
