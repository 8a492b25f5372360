from .base_legale import BaseLegale
from .base_parole import BaseParole
from .blocage import Blocage
from .blocage_dossier import BlocageDossier
from .categorie import CategorieDonnee
from .circuit import Circuit
from .condition_transmission import CodeCondition, ConditionTransmission
from .consentement import Consentement
from .copie_figee import CopieFigee
from .correspondant import CorrespondantSecteur
from .dossier import Dossier, EtatDossier
from .droit_dossier import DroitDossier, Niveau
from .effacement import Effacement
from .embargo import Embargo
from .etape import EtapeProcessus, Unite
from .etape_circuit import EtapeCircuit
from .etape_information import EtapeInformation
from .etat_information import EtatInformation
from .etat_transmission import Direction, EtatTransmission
from .exercice import Exercice, Resultat
from .facteur import Facteur
from .finalite import But, Finalite
from .gel import Gel
from .genre import Genre, SourceInformation
from .identite import Identite
from .implication import Implication, Qualite
from .information import Information
from .information_transmise import InformationTransmise
from .organisation import OrganisationSecteur
from .ouverture import OuverturePartenaire
from .passage_masque import PassageMasque
from .point_de_contact import PointDeContact
from .processus import ProcessusCommunication
from .rectification import ARectifier, Rectification
from .refus import Refus
from .reponse import ReponseSignalement, ReponseSignalementPartenaire
from .reponse_type import PourQui, ReponseType
from .retour_transmission import CodeRetour, RetourTransmission
from .revelation import Revelation
from .revue import Revue
from .secteur import Secteur
from .signalement import SignalementContextuel
from .signalement_partenaire import EtatSignalement, SignalementPartenaire
from .sortie import Sortie
from .suite_signalement import IssuePartenaire, SuiteSignalement
from .traitement import TraitementSignalement
from .transmission import Transmission
from .version_circuit import VersionCircuit
from .version_processus import VersionProcessus
from .visa import VisaDpo

__all__ = [
    "ARectifier",
    "BaseLegale",
    "Blocage",
    "BlocageDossier",
    "But",
    "CategorieDonnee",
    "Consentement",
    "Circuit",
    "CodeCondition",
    "CodeRetour",
    "ConditionTransmission",
    "CopieFigee",
    "CorrespondantSecteur",
    "Direction",
    "Dossier",
    "DroitDossier",
    "Effacement",
    "Embargo",
    "EtapeCircuit",
    "EtapeInformation",
    "EtapeProcessus",
    "EtatDossier",
    "EtatInformation",
    "EtatTransmission",
    "Exercice",
    "Facteur",
    "Gel",
    "Finalite",
    "Genre",
    "Identite",
    "Implication",
    "Information",
    "InformationTransmise",
    "Niveau",
    "OrganisationSecteur",
    "PassageMasque",
    "PointDeContact",
    "ProcessusCommunication",
    "Qualite",
    "Rectification",
    "Refus",
    "ReponseSignalement",
    "ReponseType",
    "Resultat",
    "RetourTransmission",
    "Revelation",
    "Revue",
    "Secteur",
    "SignalementContextuel",
    "Sortie",
    "SourceInformation",
    "TraitementSignalement",
    "Transmission",
    "Unite",
    "VersionCircuit",
    "VersionProcessus",
    "BaseParole",
    "EtatSignalement",
    "IssuePartenaire",
    "OuverturePartenaire",
    "PourQui",
    "ReponseSignalementPartenaire",
    "SignalementPartenaire",
    "SuiteSignalement",
    "VisaDpo",
]
