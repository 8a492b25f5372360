from .blocage import Blocage
from .blocage_dossier import BlocageDossier
from .categorie import CategorieDonnee
from .circuit import Circuit
from .correspondant import CorrespondantSecteur
from .dossier import Dossier, EtatDossier
from .droit_dossier import DroitDossier, Niveau
from .effacement import Effacement
from .embargo import Embargo
from .etape import EtapeProcessus, Unite
from .etape_circuit import EtapeCircuit
from .etape_information import EtapeInformation
from .exercice import Exercice, Resultat
from .facteur import Facteur
from .gel import Gel
from .genre import Genre, SourceInformation
from .identite import Identite
from .implication import Implication, Qualite
from .information import EtatInformation, Information
from .organisation import OrganisationSecteur
from .passage_masque import PassageMasque
from .point_de_contact import PointDeContact
from .processus import ProcessusCommunication
from .refus import Refus
from .reponse import ReponseSignalement
from .reponse_type import ReponseType
from .revelation import Revelation
from .revue import Revue
from .secteur import Secteur
from .signalement import SignalementContextuel
from .traitement import TraitementSignalement
from .version_circuit import VersionCircuit
from .version_processus import VersionProcessus

__all__ = [
    "Blocage",
    "BlocageDossier",
    "CategorieDonnee",
    "Circuit",
    "CorrespondantSecteur",
    "Dossier",
    "DroitDossier",
    "Effacement",
    "Embargo",
    "EtapeCircuit",
    "EtapeInformation",
    "EtapeProcessus",
    "EtatDossier",
    "EtatInformation",
    "Exercice",
    "Facteur",
    "Gel",
    "Genre",
    "Identite",
    "Implication",
    "Information",
    "Niveau",
    "OrganisationSecteur",
    "PassageMasque",
    "PointDeContact",
    "ProcessusCommunication",
    "Qualite",
    "Refus",
    "ReponseSignalement",
    "ReponseType",
    "Resultat",
    "Revelation",
    "Revue",
    "Secteur",
    "SignalementContextuel",
    "SourceInformation",
    "TraitementSignalement",
    "Unite",
    "VersionCircuit",
    "VersionProcessus",
]
