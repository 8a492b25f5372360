from informations_sensibles.signaler.models.base_parole import BaseParole
from informations_sensibles.signaler.models.ouverture import OuverturePartenaire
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire
from informations_sensibles.signaler.models.suite_signalement import SuiteSignalement
from informations_sensibles.signaler.models.visa import VisaDpo
from informations_sensibles.signaler.visibilite import retires

__all__ = [
    "ReponseSignalementPartenaire",
    "BaseParole",
    "OuverturePartenaire",
    "SignalementPartenaire",
    "SuiteSignalement",
    "VisaDpo",
    "retires",
]
