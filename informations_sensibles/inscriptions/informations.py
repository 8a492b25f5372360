from csil.accueil import enregistrer_taches
from csil.echeances import enregistrer_echeance
from csil.navigation import enregistrer_rubrique
from csil.quarantaine import enregistrer_quarantaine
from informations_sensibles import echeances
from informations_sensibles.accueil import informations
from informations_sensibles.models import (
    ARectifier,
    Consentement,
    Embargo,
    EtapeInformation,
    Information,
    PassageMasque,
    Rectification,
)
from informations_sensibles.permissions import est_de_la_cellule

SUITES = (EtapeInformation, Embargo, PassageMasque, Consentement, Rectification, ARectifier)


def inscrire() -> None:
    enregistrer_quarantaine(Information, *((suite, "information") for suite in SUITES))
    enregistrer_rubrique("cellule", "Informations", "informations", 7, est_de_la_cellule)
    enregistrer_taches(informations.etapes)
    enregistrer_taches(informations.embargos)
    enregistrer_taches(informations.rectifications)
    enregistrer_echeance("embargos à leur terme", echeances.embargos)
