from csil.accueil import enregistrer_taches
from csil.navigation import enregistrer_rubrique
from informations_sensibles.accueil import circuits
from informations_sensibles.permissions import est_de_la_cellule


def inscrire() -> None:
    enregistrer_rubrique("cellule", "Circuits", "circuits", 40, est_de_la_cellule)
    enregistrer_taches(circuits.versions)
