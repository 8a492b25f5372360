"""Telling who has an item of the minutes open, and who writes in it: a sign of life every few seconds, kept for half a minute.

In the cache, not in a table: it is worth nothing once it is past, and leaves no trace of anybody's hours.
"""

import time

from django.core.cache import cache

VIE = 30  # seconds that a sign of life lasts


def signaler(point, personne, *, ecrit=False) -> None:
    """Keep a sign that this person has the item open, and is typing or not."""
    signes = _vivants(point)
    signes[str(personne.pk)] = (str(personne), ecrit, time.time())
    cache.set(_cle(point), signes, VIE * 2)


def autres(point, personne) -> list[dict]:
    """List who else is there: {"nom", "ecrit"}, those who type first."""
    signes = [(nom, ecrit) for pk, (nom, ecrit, _) in _vivants(point).items() if pk != str(personne.pk)]
    return [{"nom": nom, "ecrit": ecrit} for nom, ecrit in sorted(signes, key=lambda s: (not s[1], s[0]))]


def _vivants(point) -> dict:
    limite = time.time() - VIE
    return {pk: signe for pk, signe in (cache.get(_cle(point)) or {}).items() if signe[2] > limite}


def _cle(point) -> str:
    return f"redaction:{point.pk}"
