from csil.declarations import Declaration, Rubrique
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.informations import accueil, echeances
from informations_sensibles.informations.du_dossier import DANS_LE_DOSSIER
from informations_sensibles.informations.models import (
    ARectifier,
    Consentement,
    Embargo,
    EtapeInformation,
    Information,
    PassageMasque,
    Rectification,
)

SUITES = (EtapeInformation, Embargo, PassageMasque, Consentement, Rectification, ARectifier)

DECLARATION = Declaration(
    nom="informations",
    modeles=(Information, *SUITES),
    quarantaine={
        Information: tuple((suite, "information") for suite in SUITES),
        Dossier: ((Information, "dossier"),),
    },
    taches=(accueil.etapes, accueil.embargos, accueil.rectifications),
    rubriques=(Rubrique("cellule", "Informations", "informations", 7, est_de_la_cellule),),
    echeances={"embargos à leur terme": echeances.embargos},
    ajouts=(DANS_LE_DOSSIER,),
)
