from csil.accueil import enregistrer_taches
from csil.accueil.navigation import enregistrer_rubrique
from csil.cloison import enregistrer_regles
from csil.quarantaine import enregistrer_quarantaine
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.dossiers import accueil as dossiers
from informations_sensibles.dossiers.cloison import regles
from informations_sensibles.dossiers.models.blocage_dossier import BlocageDossier
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.droit_dossier import DroitDossier
from informations_sensibles.dossiers.models.effacement import Effacement
from informations_sensibles.dossiers.models.facteur import Facteur
from informations_sensibles.dossiers.models.gel import Gel
from informations_sensibles.dossiers.models.implication import Implication
from informations_sensibles.dossiers.models.refus import Refus
from informations_sensibles.dossiers.models.revue import Revue
from informations_sensibles.informations.models import Information
from informations_sensibles.transmissions.models import Transmission

PARTIES = (Implication, Facteur, Revue, Refus, BlocageDossier, Information, Transmission, Effacement, Gel)


def inscrire() -> None:
    enregistrer_quarantaine(
        Dossier, (DroitDossier, "content_object"), *((partie, "dossier") for partie in PARTIES)
    )
    enregistrer_regles(regles)
    enregistrer_rubrique("cellule", "Dossiers", "dossiers", 5, est_de_la_cellule)
    enregistrer_taches(dossiers.dossiers)
