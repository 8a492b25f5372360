"""What is concluded about an item (R53): a decision, an opinion, an action. Written and taken back until approval."""

from django.db import transaction

from concertation.actions.models.action import Action
from csil.journal import Verbe, consigner


@transaction.atomic
def enregistrer(acte, *, par) -> None:
    """New, or changed."""
    neuf = acte.pk is None
    acte._history_user = par
    acte.save()
    geste = "notee" if neuf else "modifiee"
    verbe = Verbe.COLLECTE if neuf else Verbe.MODIFICATION
    consigner(f"concertation.{acte._meta.model_name}_{geste}", acte, par=par, verbe=verbe)


@transaction.atomic
def retirer(acte, *, par, motif="") -> None:
    """A decision or an opinion goes; an action is withdrawn with a reason, and can still be read (R54)."""
    if isinstance(acte, Action):
        acte.retirer(par=par, motif=motif)
        return
    acte._history_user, acte._change_reason = par, motif[:100]
    consigner(
        f"concertation.{acte._meta.model_name}_retiree", acte, par=par, verbe=Verbe.EFFACEMENT, motif=motif
    )
    acte.delete()
