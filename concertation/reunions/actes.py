"""How a meeting goes from one state to the next.

Each act of a meeting is where what it does is: closing the agenda in `ordre_du_jour`, convoking, postponing and cancelling in
`convocations`, circulating and approving the minutes in `compte_rendu`. All of them use `passer`.
"""

from django.core.exceptions import ValidationError
from django.utils import timezone

from concertation.reunions.etats import PARCOURS, Etat
from concertation.reunions.manques import exiger
from csil.actes import acte
from csil.journal import Verbe, consigner


def passer(reunion, etat, journal: str, *, par, motif: str = "") -> None:
    """Put the meeting, in the middle of an act, in its new state: with its date, its reason and its line in the journal."""
    reunion.etat, reunion.motif, reunion._change_reason = etat, motif, motif[:100]
    if etat in PARCOURS and etat != Etat.BROUILLON:
        setattr(reunion, PARCOURS[etat], timezone.now())
    consigner(f"concertation.{journal}", reunion, par=par, verbe=Verbe.MODIFICATION, motif=motif)


def exiger_motif(motif: str) -> None:
    """Refuse an act without a reason. Raises ValidationError."""
    if not motif.strip():
        raise ValidationError("Dites pourquoi : les personnes invitées liront ce motif.")


@acte("tenir_reunion")
def tenir(reunion, *, par):
    """Open the meeting: attendance and minutes can be written. A meeting of the past may be entered this way too."""
    exiger(reunion, "tenir")
    passer(reunion, Etat.TENUE, "reunion_tenue", par=par)
