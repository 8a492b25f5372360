from csil.declarations import Declaration, Rubrique
from informations_sensibles.circuits import accueil
from informations_sensibles.circuits.models import Circuit, EtapeCircuit, VersionCircuit
from informations_sensibles.commun.permissions import est_de_la_cellule

DECLARATION = Declaration(
    nom="circuits",
    modeles=(Circuit, EtapeCircuit, VersionCircuit),
    quarantaine={},
    taches=(accueil.versions,),
    rubriques=(Rubrique("cellule", "Circuits", "circuits", 40, est_de_la_cellule),),
)
