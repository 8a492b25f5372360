"""What whoever asked for an e-mail may still do about it: ask again, or change their mind while it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from csil.actes import acte
from csil.journal import Verbe

if TYPE_CHECKING:
    from csil.courrier.models import Envoi


@acte("reessayer_envoi", "courrier.reessaye", verbe=Verbe.COMMUNICATION)
def reessayer(envoi: Envoi, *, par: Any) -> None:
    """Send it again, from the first attempt."""
    envoi.etat, envoi.tentatives, envoi.erreur = envoi.Etat.EN_ATTENTE, 0, ""
    envoi.prochain_essai = timezone.now()


@acte("annuler_envoi", "courrier.annule", verbe=Verbe.COMMUNICATION)
def annuler(envoi: Envoi, *, par: Any) -> None:
    """Hold it back: it will not leave."""
    envoi.etat = envoi.Etat.ANNULE
