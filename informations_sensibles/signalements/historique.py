"""What the « Historique » tab of a contextual report tells."""

from csil.historique import Source
from informations_sensibles.commun.historique import DU_SIGNALEMENT, ECART, REPONSE, REPORT, TRAITEMENT
from informations_sensibles.commun.permissions import DECIDENT, a_un_role
from informations_sensibles.signalements.models.blocage import Blocage
from informations_sensibles.signalements.models.reponse import ReponseSignalement
from informations_sensibles.signalements.models.traitement import TraitementSignalement


def du_signalement(signalement, user) -> list[Source]:
    """Tell who is kept away, and why, to the authorities only, never to the person concerned."""
    sources = [
        Source(signalement.history.all(), "le signalement contextuel", "", REPORT, DU_SIGNALEMENT),
        Source(
            TraitementSignalement.history.filter(signalement=signalement),
            "le traitement",
            "",
            TRAITEMENT,
            DU_SIGNALEMENT,
        ),
        Source(
            ReponseSignalement.history.filter(signalement=signalement),
            "la réponse",
            "",
            REPONSE,
            DU_SIGNALEMENT,
        ),
    ]
    if a_un_role(user, DECIDENT):
        siennes = Blocage.history.filter(signalement=signalement).exclude(personne=user)
        sources.append(Source(siennes, "", "personne", ECART, DU_SIGNALEMENT | {"personne", "par", "le"}))
    return sources
