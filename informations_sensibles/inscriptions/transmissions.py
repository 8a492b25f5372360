from csil.accueil import enregistrer_nouveautes, enregistrer_taches
from csil.cloison import enregistrer_regles
from csil.echeances import enregistrer_echeance
from csil.navigation import enregistrer_rubrique, enregistrer_section
from csil.quarantaine import enregistrer_copies, enregistrer_quarantaine
from csil.regard import enregistrer_regard
from informations_sensibles import echeances, regard
from informations_sensibles.accueil import transmissions
from informations_sensibles.cloison.transmissions import regles
from informations_sensibles.models import (
    ConditionTransmission,
    CopieFigee,
    Information,
    InformationTransmise,
    RetourTransmission,
    Transmission,
)
from informations_sensibles.permissions import est_contact_tfl, est_de_la_cellule
from informations_sensibles.transmissions import copies_d_une_information

SUITES = (InformationTransmise, ConditionTransmission, CopieFigee, RetourTransmission)


def inscrire() -> None:
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
