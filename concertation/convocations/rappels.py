"""Reminding those who have not answered: by the clock some days before the meeting, and by hand."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from concertation.convocations import courriels
from concertation.reunions.models import Etat, Reunion

JOURS = (7, 2)  # before the meeting, at its hour
# Whoever was written to since then is not reminded yet.
REPIT = timedelta(days=1)


def rappeler() -> None:
    """Remind, as the clock: once per step, never to who answered, never for a meeting that is not to be held."""
    maintenant = timezone.now()
    proches = Reunion.objects.filter(
        etat=Etat.CONVOQUEE, debut__gt=maintenant, debut__lte=maintenant + timedelta(days=max(JOURS))
    )
    for reunion in proches:
        with transaction.atomic():
            _rappeler(Reunion.objects.select_for_update(of=("self",)).get(pk=reunion.pk), maintenant)


def _rappeler(reunion, maintenant):
    if reunion.etat != Etat.CONVOQUEE:
        return
    jours = min(jours for jours in JOURS if reunion.debut - timedelta(days=jours) <= maintenant)
    moment = reunion.debut - timedelta(days=jours)
    silencieuses = [
        convocation
        for convocation in sans_reponse(reunion)
        if _derniere(convocation) < moment and _derniere(convocation) < maintenant - REPIT
    ]
    courriels.relancer(silencieuses, par=None, quand=f"{jours}j")


def a_relancer(reunion, jour) -> list:
    """List who is reminded by hand that day: convoked, silent, and not reminded yet."""
    return [
        convocation
        for convocation in sans_reponse(reunion)
        if not convocation.relancee_le or timezone.localdate(convocation.relancee_le) < jour
    ]


def sans_reponse(reunion) -> list:
    """List who was convoked and did not answer."""
    silencieuses = reunion.convocations.sans_reponse().exclude(envoyee_le=None).exclude(courriel="")
    return list(silencieuses.select_related("partenaire", "personne", "reunion"))


def _derniere(convocation):
    """Tell when this person was last written to."""
    return max(filter(None, [convocation.envoyee_le, convocation.relancee_le]))
