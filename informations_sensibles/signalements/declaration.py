from csil.declarations import Declaration, Rubrique
from informations_sensibles.commun.permissions import est_du_lieu
from informations_sensibles.signalements import accueil, regard
from informations_sensibles.signalements.models import (
    Blocage,
    ReponseSignalement,
    SignalementContextuel,
    TraitementSignalement,
)

SUITES = (TraitementSignalement, ReponseSignalement, Blocage)

DECLARATION = Declaration(
    nom="signalements",
    modeles=(SignalementContextuel, *SUITES),
    quarantaine={SignalementContextuel: tuple((suite, "signalement") for suite in SUITES)},
    taches=(accueil.signalements,),
    nouveautes=(accueil.reponses,),
    rubriques=(Rubrique("cellule", "Signalements contextuels", "signalements", 10, est_du_lieu),),
    regards=(regard.cellule,),
)
