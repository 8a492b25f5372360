"""Inviting several people in one act."""

from django.db import transaction

from concertation.convocations.models import Convocation


@transaction.atomic
def inviter(reunion, invites: list[dict], *, par) -> tuple[list[Convocation], int]:
    """Those who were not invited yet, one an address; and how many already were."""
    deja = {courriel.lower() for courriel in reunion.convocations.values_list("courriel", flat=True)}
    nouvelles = {invite["courriel"].lower(): invite for invite in reversed(invites)}
    connues = nouvelles.keys() & deja
    ajoutees = [
        Convocation.inviter(par=par, reunion=reunion, **invite)
        for courriel, invite in reversed(nouvelles.items())
        if courriel not in connues
    ]
    return ajoutees, len(connues)
