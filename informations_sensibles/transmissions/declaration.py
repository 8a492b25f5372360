from csil.declarations import Declaration, Rubrique, Section
from informations_sensibles.commun.permissions import est_contact_tfl, est_de_la_cellule
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.informations.models import Information
from informations_sensibles.transmissions import accueil, echeances, regard
from informations_sensibles.transmissions.du_dossier import (
    AVEC_L_INFORMATION,
    DANS_LE_DOSSIER,
    copies_d_une_information,
)
from informations_sensibles.transmissions.models import (
    BaseLegale,
    ConditionTransmission,
    CopieFigee,
    Finalite,
    InformationTransmise,
    RetourTransmission,
    Transmission,
)

SUITES = (InformationTransmise, ConditionTransmission, CopieFigee, RetourTransmission)

DECLARATION = Declaration(
    nom="transmissions",
    modeles=(Transmission, *SUITES, BaseLegale, Finalite),
    quarantaine={
        Transmission: tuple((suite, "transmission") for suite in SUITES),
        Dossier: ((Transmission, "dossier"),),
    },
    taches=(accueil.taches,),
    copies={Information: copies_d_une_information},
    nouveautes=(accueil.retours,),
    sections=(
        Section(
            "Transmissions reçues",
            "transmissions-recues",
            lambda personne: est_contact_tfl(personne) and not est_de_la_cellule(personne),
            20,
            "Lire ce qui vous a été transmis, et y répondre",
        ),
    ),
    rubriques=(
        Rubrique("cellule", "Transmissions", "transmissions", 25, est_de_la_cellule),
        Rubrique("cellule", "Transmissions reçues", "transmissions-recues", 26, est_contact_tfl),
    ),
    regards=(regard.transmissions,),
    echeances={"retours de la TFL": echeances.retours},
    ajouts=(DANS_LE_DOSSIER, AVEC_L_INFORMATION),
)
