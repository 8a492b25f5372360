from informations_sensibles.signalements.models.blocage import Blocage
from informations_sensibles.signalements.models.reponse import ReponseSignalement
from informations_sensibles.signalements.models.signalement import SignalementContextuel
from informations_sensibles.signalements.models.traitement import TraitementSignalement

__all__ = [
    "Blocage",
    "ReponseSignalement",
    "SignalementContextuel",
    "TraitementSignalement",
]
