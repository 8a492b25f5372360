from csil.accueil import enregistrer_nouveautes, enregistrer_taches
from csil.cloison import enregistrer_regles
from csil.navigation import enregistrer_rubrique
from csil.quarantaine import enregistrer_quarantaine
from csil.regard import enregistrer_regard
from informations_sensibles import regard
from informations_sensibles.accueil import signalements
from informations_sensibles.cloison.signalements import regles
from informations_sensibles.models import (
    Blocage,
    ReponseSignalement,
    SignalementContextuel,
    TraitementSignalement,
)

from .secteurs import est_du_lieu

SUITES = (TraitementSignalement, ReponseSignalement, Blocage)


def inscrire() -> None:
    """Contextual reports, and what is told of the Cellule as it was before its dossiers."""
    enregistrer_quarantaine(SignalementContextuel, *((suite, "signalement") for suite in SUITES))
    enregistrer_regles(regles, mure="informations_sensibles")
    enregistrer_rubrique("cellule", "Signalements contextuels", "signalements", 10, est_du_lieu)
    enregistrer_taches(signalements.signalements)
    enregistrer_nouveautes(signalements.reponses)
    enregistrer_regard(regard.cellule)
