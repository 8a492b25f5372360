from csil.accueil import enregistrer_taches
from csil.accueil.navigation import enregistrer_rubrique
from csil.cloison import enregistrer_regles
from csil.quarantaine import enregistrer_quarantaine
from csil.travailleur.echeances import enregistrer_echeance
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.dossiers.ajouts import ajouter
from informations_sensibles.informations import accueil as informations
from informations_sensibles.informations import echeances
from informations_sensibles.informations.cloison import regles
from informations_sensibles.informations.du_dossier import DANS_LE_DOSSIER
from informations_sensibles.informations.models.consentement import Consentement
from informations_sensibles.informations.models.embargo import Embargo
from informations_sensibles.informations.models.etape_information import EtapeInformation
from informations_sensibles.informations.models.information import Information
from informations_sensibles.informations.models.passage_masque import PassageMasque
from informations_sensibles.informations.models.rectification import ARectifier, Rectification

SUITES = (EtapeInformation, Embargo, PassageMasque, Consentement, Rectification, ARectifier)


def inscrire() -> None:
    ajouter(DANS_LE_DOSSIER)
    enregistrer_regles(regles)
    enregistrer_quarantaine(Information, *((suite, "information") for suite in SUITES))
    enregistrer_rubrique("cellule", "Informations", "informations", 7, est_de_la_cellule)
    enregistrer_taches(informations.etapes)
    enregistrer_taches(informations.embargos)
    enregistrer_taches(informations.rectifications)
    enregistrer_echeance("embargos à leur terme", echeances.embargos)
