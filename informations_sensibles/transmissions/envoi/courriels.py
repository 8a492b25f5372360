"""The e-mail that tells the contact TFL that something was transmitted."""

from django.conf import settings
from django.template.loader import render_to_string

from csil.courrier import poster

ATTENTE = "Plateforme CSIL : quelque chose vous attend"


def annoncer_transmission(transmission, par) -> None:
    """Tell the recipient that something waits: what, of whom and from whom stays on the platform."""
    contexte = {"adresse": settings.CSIL_ADRESSE, "commune": settings.CSIL_COMMUNE}
    texte = render_to_string("informations_sensibles/transmissions/email/transmission.txt", contexte)
    cle = f"transmission:{transmission.pk}"
    poster(transmission.destinataire.email, ATTENTE, texte, cle=cle, pour=transmission, par=par, reserve=True)
