from csil.accueil import enregistrer_nouveautes, enregistrer_taches
from csil.accueil.navigation import enregistrer_rubrique, enregistrer_section
from csil.accueil.regard import enregistrer_regard
from csil.cloison import enregistrer_regles
from csil.quarantaine import enregistrer_copies, enregistrer_quarantaine
from csil.travailleur.echeances import enregistrer_echeance
from informations_sensibles.commun.permissions import est_contact_tfl, est_de_la_cellule
from informations_sensibles.dossiers.ajouts import ajouter
from informations_sensibles.informations import ajouts
from informations_sensibles.informations.models import Information
from informations_sensibles.transmissions import accueil as transmissions
from informations_sensibles.transmissions import echeances, regard
from informations_sensibles.transmissions.cloison import regles
from informations_sensibles.transmissions.du_dossier import (
    AVEC_L_INFORMATION,
    DANS_LE_DOSSIER,
    copies_d_une_information,
)
from informations_sensibles.transmissions.models.condition_transmission import ConditionTransmission
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.information_transmise import InformationTransmise
from informations_sensibles.transmissions.models.retour_transmission import RetourTransmission
from informations_sensibles.transmissions.models.transmission import Transmission

SUITES = (InformationTransmise, ConditionTransmission, CopieFigee, RetourTransmission)


def inscrire() -> None:
    ajouter(DANS_LE_DOSSIER)
    ajouts.ajouter(AVEC_L_INFORMATION)
    enregistrer_quarantaine(Transmission, *((suite, "transmission") for suite in SUITES))
    enregistrer_copies(Information, copies_d_une_information)
    enregistrer_regles(regles)
    enregistrer_section(
        "Transmissions reçues",
        "transmissions-recues",
        lambda user: est_contact_tfl(user) and not est_de_la_cellule(user),
        20,
        "Lire ce qui vous a été transmis, et y répondre",
    )
    enregistrer_rubrique("cellule", "Transmissions", "transmissions", 25, est_de_la_cellule)
    enregistrer_rubrique("cellule", "Transmissions reçues", "transmissions-recues", 26, est_contact_tfl)
    enregistrer_taches(transmissions.taches)
    enregistrer_nouveautes(transmissions.retours)
    enregistrer_echeance("retours de la TFL", echeances.retours)
    enregistrer_regard(regard.transmissions)
