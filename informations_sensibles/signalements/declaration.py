from csil.accueil import enregistrer_nouveautes, enregistrer_taches
from csil.accueil.navigation import enregistrer_rubrique
from csil.accueil.regard import enregistrer_regard
from csil.cloison import enregistrer_regles
from csil.quarantaine import enregistrer_quarantaine
from informations_sensibles.secteurs.declaration import est_du_lieu
from informations_sensibles.signalements import accueil as signalements
from informations_sensibles.signalements import regard
from informations_sensibles.signalements.cloison import regles
from informations_sensibles.signalements.models.blocage import Blocage
from informations_sensibles.signalements.models.reponse import ReponseSignalement
from informations_sensibles.signalements.models.signalement import SignalementContextuel
from informations_sensibles.signalements.models.traitement import TraitementSignalement

SUITES = (TraitementSignalement, ReponseSignalement, Blocage)


def inscrire() -> None:
    """Contextual reports, and what is told of the Cellule as it was before its dossiers."""
    enregistrer_quarantaine(SignalementContextuel, *((suite, "signalement") for suite in SUITES))
    enregistrer_regles(regles, mure="informations_sensibles")
    enregistrer_rubrique("cellule", "Signalements contextuels", "signalements", 10, est_du_lieu)
    enregistrer_taches(signalements.signalements)
    enregistrer_nouveautes(signalements.reponses)
    enregistrer_regard(regard.cellule)
