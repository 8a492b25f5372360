from csil.declarations import Declaration, Rubrique, Section
from informations_sensibles.commun.permissions import est_de_la_cellule, est_du_lieu, est_point_de_contact
from informations_sensibles.secteurs import accueil, echeances
from informations_sensibles.secteurs.models import (
    CorrespondantSecteur,
    EtapeProcessus,
    Exercice,
    OrganisationSecteur,
    PointDeContact,
    ProcessusCommunication,
    Secteur,
    VersionProcessus,
)

DECLARATION = Declaration(
    nom="secteurs",
    modeles=(
        CorrespondantSecteur,
        EtapeProcessus,
        Exercice,
        OrganisationSecteur,
        PointDeContact,
        ProcessusCommunication,
        Secteur,
        VersionProcessus,
    ),
    quarantaine={},
    taches=(accueil.versions, accueil.secteurs),
    sections=(
        Section(
            "Votre secteur",
            "processus-liste",
            lambda personne: est_point_de_contact(personne) and not est_de_la_cellule(personne),
            20,
            "Lire le processus de communication de votre secteur",
        ),
    ),
    rubriques=(
        Rubrique("cellule", "Secteurs", "secteurs", 20, est_de_la_cellule),
        Rubrique("cellule", "Processus", "processus-liste", 30, est_du_lieu),
    ),
    echeances={
        "points de contact police": echeances.points_de_contact,
        "exercices des secteurs": echeances.exercices,
    },
)
