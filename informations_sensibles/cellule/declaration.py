from csil.declarations import Declaration, Rubrique, Section
from informations_sensibles.commun.permissions import est_de_la_cellule

DECLARATION = Declaration(
    nom="cellule",
    modeles=(),
    quarantaine={},
    taches=(),
    sections=(
        Section(
            "Informations sensibles", "cellule", est_de_la_cellule, 20, "Voir ce qui attend dans la Cellule"
        ),
    ),
    rubriques=(
        Rubrique("cellule", "Vue d’ensemble", "cellule", 0, est_de_la_cellule),
        Rubrique("cellule", "Recherche", "recherche", 50, est_de_la_cellule),
    ),
)
