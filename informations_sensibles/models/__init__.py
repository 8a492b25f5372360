from .blocage import Blocage
from .correspondant import CorrespondantSecteur
from .etape import EtapeProcessus, Unite
from .exercice import Exercice, Resultat
from .organisation import OrganisationSecteur
from .point_de_contact import PointDeContact
from .processus import ProcessusCommunication
from .reponse import ReponseSignalement
from .reponse_type import ReponseType
from .secteur import Secteur
from .signalement import SignalementContextuel
from .traitement import TraitementSignalement
from .version_processus import VersionProcessus

__all__ = [
    "Blocage",
    "CorrespondantSecteur",
    "EtapeProcessus",
    "Exercice",
    "OrganisationSecteur",
    "PointDeContact",
    "ProcessusCommunication",
    "ReponseSignalement",
    "ReponseType",
    "Resultat",
    "Secteur",
    "SignalementContextuel",
    "TraitementSignalement",
    "Unite",
    "VersionProcessus",
]
