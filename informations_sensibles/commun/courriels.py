"""The e-mail to whoever reported: something waits on the platform. No reference, no sector, no content."""

from django.conf import settings
from django.template.loader import render_to_string

from csil.courrier import poster

OBJET = "Plateforme CSIL : une réponse vous attend"


def annoncer_reponse(signalement, par) -> None:
    """Tell whoever reported that the answer is there."""
    _annoncer(signalement, par, f"reponse:{signalement.pk}")


def annoncer_mot(signalement, par) -> None:
    """Tell whoever reported that a word, reviewed since, was joined to the answer."""
    _annoncer(signalement, par, f"mot:{signalement.pk}")


def _annoncer(signalement, par, cle) -> None:
    """Write to whoever reported, unless it is `par`; reserved, for that somebody reports is nobody else's business."""
    if signalement.signalant_id == par.pk:
        return
    contexte = {"adresse": settings.CSIL_ADRESSE, "commune": settings.CSIL_COMMUNE}
    texte = render_to_string("informations_sensibles/commun/email/reponse.txt", contexte)
    poster(signalement.signalant.email, OBJET, texte, cle=cle, pour=signalement, par=par, reserve=True)
