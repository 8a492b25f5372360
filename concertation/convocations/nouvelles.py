"""News of a meeting that is convoked already: to people invited since, and of what changed.

Another day, hour, place or link is told at once: whoever misses it travels for nothing. The agenda is arranged in many small
moves: the Référent tells it once, with a button, when it holds, or nobody would read these e-mails any more.
"""

from django.core.exceptions import ValidationError
from django.db import transaction

from concertation.convocations import courriels
from concertation.convocations.annonce import ESSENTIELS, a_change, changements, deplacee, instantane
from concertation.reunions.models import Etat
from csil.journal import Verbe, consigner

PAS_CONVOQUEE = "Cette réunion n’est pas convoquée : il n’y a personne à prévenir."


def convoquer_ajoutes(reunion, *, par) -> int:
    """Who was invited since the others were convoked; returns how many. Raises ValidationError."""
    _exiger_convoquee(reunion)
    return courriels.convoquer(reunion, par=par, ajoutees=True)


@transaction.atomic
def prevenir(reunion, *, par) -> int:
    """Tell who was convoked what has changed since they were told; returns how many. Raises ValidationError."""
    _exiger_convoquee(reunion)
    quoi, ailleurs = changements(reunion), deplacee(reunion)
    if not quoi:
        raise ValidationError("Rien n’a changé depuis le dernier courriel.")
    reunion.sequence, reunion.annonce = reunion.sequence + 1, instantane(reunion)
    reunion._history_user, reunion._change_reason = par, "Personnes invitées prévenues des changements"
    reunion.save()
    consigner("concertation.changements_annonces", reunion, par=par, verbe=Verbe.COMMUNICATION)
    return courriels.mettre_a_jour(reunion, par=par, quoi=quoi, deplacee=ailleurs)


def prevenir_de_l_essentiel(reunion, *, par) -> int:
    """After its fields were saved: told at once if day, hours, place or link changed. Returns how many."""
    if reunion.etat == Etat.CONVOQUEE and a_change(reunion, *ESSENTIELS):
        return prevenir(reunion, par=par)
    return 0


def annonce(nombre: int) -> str:
    """Said to whoever changed it."""
    return "Une personne est prévenue." if nombre == 1 else f"{nombre} personnes sont prévenues."


def _exiger_convoquee(reunion):
    if reunion.etat != Etat.CONVOQUEE:
        raise ValidationError(PAS_CONVOQUEE)
