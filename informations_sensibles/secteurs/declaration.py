from csil.accueil import enregistrer_taches
from csil.accueil.navigation import enregistrer_rubrique, enregistrer_section
from csil.travailleur.echeances import enregistrer_echeance
from informations_sensibles.commun.permissions import est_de_la_cellule, est_point_de_contact
from informations_sensibles.secteurs import accueil as processus
from informations_sensibles.secteurs import accueil as secteurs
from informations_sensibles.secteurs import echeances


def inscrire() -> None:
    """The Cellule itself, its sectors and their processes."""
    enregistrer_section(
        "Informations sensibles", "cellule", est_de_la_cellule, 20, "Voir ce qui attend dans la Cellule"
    )
    enregistrer_section(
        "Votre secteur",
        "processus-liste",
        lambda user: est_point_de_contact(user) and not est_de_la_cellule(user),
        20,
        "Lire le processus de communication de votre secteur",
    )
    enregistrer_rubrique("cellule", "Vue d’ensemble", "cellule", 0, est_de_la_cellule)
    enregistrer_rubrique("cellule", "Secteurs", "secteurs", 20, est_de_la_cellule)
    enregistrer_rubrique("cellule", "Processus", "processus-liste", 30, est_du_lieu)
    enregistrer_rubrique("cellule", "Recherche", "recherche", 50, est_de_la_cellule)
    enregistrer_taches(processus.versions)
    enregistrer_taches(secteurs.secteurs)
    enregistrer_echeance("points de contact police", echeances.points_de_contact)
    enregistrer_echeance("exercices des secteurs", echeances.exercices)


def est_du_lieu(user) -> bool:
    """Outside the gate (/signaler/), the band of the Cellule stands alone."""
    return est_de_la_cellule(user) or est_point_de_contact(user)
