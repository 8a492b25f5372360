from csil.accueil import enregistrer_taches
from csil.accueil.navigation import enregistrer_rubrique
from informations_sensibles.circuits import accueil as circuits
from informations_sensibles.commun.permissions import est_de_la_cellule


def inscrire() -> None:
    enregistrer_rubrique("cellule", "Circuits", "circuits", 40, est_de_la_cellule)
    enregistrer_taches(circuits.versions)
