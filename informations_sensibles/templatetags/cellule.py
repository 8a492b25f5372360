"""Filters and tags for the words of the Cellule's pages: `{% load cellule %}`."""

from datetime import timedelta

from django import template

from csil.texte.typographie import en_lettres
from informations_sensibles.commun.vocabulaire import tlp

register = template.Library()
register.simple_tag(tlp)


@register.filter
def a_regler(nombre: int) -> str:
    """Write « Un point à régler », « Trois points à régler »."""
    return "Un point à régler" if nombre == 1 else f"{en_lettres(nombre).capitalize()} points à régler"


@register.filter
def duree(temps: timedelta) -> str:
    """Write how long somebody took, to the minute: « 25 minutes », « 1 h 05 », « 2 jours »."""
    minutes = round(temps.total_seconds() / 60)
    if minutes < 60:
        return f"{max(minutes, 1)} minute{'s' if minutes > 1 else ''}"
    if minutes < 24 * 60:
        return f"{minutes // 60} h {minutes % 60:02}"
    jours = round(minutes / (24 * 60))
    return f"{jours} jour{'s' if jours > 1 else ''}"
