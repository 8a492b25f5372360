"""The « Historique » tab of a partner's report: which histories it tells, in which words."""

from csil.historique import Source
from informations_sensibles.commun.historique import DU_SIGNALEMENT, REPONSE, REPORT, TRAITEMENT
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from informations_sensibles.signaler.models.suite_signalement import SuiteSignalement


def du_signalement_partenaire(signalement) -> list[Source]:
    tus = DU_SIGNALEMENT | {"partenaire"}
    suites = SuiteSignalement.history.filter(signalement=signalement)
    reponses = ReponseSignalementPartenaire.history.filter(signalement=signalement)
    return [
        Source(signalement.history.all(), "le signalement", "", REPORT, tus),
        Source(suites, "la suite", "", TRAITEMENT, tus),
        Source(reponses, "la réponse", "", REPONSE, tus),
    ]
