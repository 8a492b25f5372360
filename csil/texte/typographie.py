"""French typography and dates as the screens say them (charte, « Words »)."""

import re
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeData, mark_safe

INSECABLE = "\N{NO-BREAK SPACE}"
JOURS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
MOIS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]  # fmt: skip
NOMBRES = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]  # fmt: skip
UNITES = r"h|min|minutes?|heures?|jours?|semaines?|mois|ans?"

# One pass: every alternative starts with the space itself, then looks around it.
_ESPACE = re.compile(
    r" +(?=[:;?!»])"
    r"| (?:(?<=« )"
    rf"|(?<=\d )(?=(?:{UNITES}|{'|'.join(MOIS)})\b|[%€])"
    r"|(?<=\d[ \u00a0]h )(?=\d\d\b)"
    rf"|(?<=\b1er )(?=(?:{'|'.join(MOIS)})\b)"
    r"|(?<=n° )(?=\w)"
    r"|(?<=\b[Ii]l y )(?=a \d)|(?<=\by a )(?=\d))"
)
# Attributes and what somebody typed in a form must stay as they are.
_BALISES = re.compile(r"(<(textarea|pre|code|script|style)\b.*?</\2\s*>|<[^>]*>)", re.S | re.I)


def espaces_insecables(texte: Any) -> str:
    """Hold together what French does not break: before « : ; ? ! », inside « », in « 14 h 00 » and « 1er décembre ».

    Text marked as safe is read as HTML, where only what is shown changes.
    """
    if not isinstance(texte, SafeData):
        return _ESPACE.sub(INSECABLE, str(texte))
    morceaux = _BALISES.split(str(texte))
    # split() gives text, markup, name of the element kept whole, text…
    morceaux[::3] = [_ESPACE.sub(INSECABLE, m) if " " in m and not m.isspace() else m for m in morceaux[::3]]
    del morceaux[2::3]
    return mark_safe("".join(morceaux))  # noqa: S308 - only spaces changed


def _local(valeur: Any) -> Any:
    return (
        timezone.localtime(valeur) if isinstance(valeur, datetime) and timezone.is_aware(valeur) else valeur
    )


def date_longue(valeur: date | datetime | None) -> str:
    """Write a day in full: « mardi 24 novembre 2026 », « mardi 1er décembre 2026 »."""
    if not valeur:
        return ""
    jour = _local(valeur)
    numero = "1er" if jour.day == 1 else jour.day
    return f"{JOURS[jour.weekday()]} {numero} {MOIS[jour.month - 1]} {jour.year}"


def heure(valeur: datetime | None) -> str:
    """Write an hour: « 9 h 05 »."""
    return f"{_local(valeur).hour} h {_local(valeur):%M}" if valeur else ""


def date_heure(valeur: datetime | None) -> str:
    """Write a day and an hour in full: « mardi 24 novembre 2026, 14 h 00 »."""
    return f"{date_longue(valeur)}, {heure(valeur)}" if valeur else ""


def il_y_a(valeur: date | datetime | None) -> str:
    """Say how long ago: « Il y a 3 mois », « Hier »; « Jamais » when there is no date."""
    if not valeur:
        return "Jamais"
    if isinstance(valeur, datetime):
        secondes = (timezone.now() - valeur).total_seconds()
        if 0 <= secondes < 3600:
            return _duree(int(secondes // 60), "minute") if secondes >= 60 else "À l’instant"
        valeur = timezone.localdate(valeur)
    jours = (timezone.localdate() - valeur).days
    if jours <= 1:
        return {0: "Aujourd’hui", 1: "Hier"}.get(jours) or f"Le {date_longue(valeur)}"
    if jours < 31:
        return _duree(jours, "jour")
    if jours < 730:
        return f"Il y a {max(1, jours * 12 // 365)} mois"
    return _duree(jours // 365, "an")


def _duree(nombre: int, unite: str) -> str:
    return f"Il y a {nombre} {unite}{'s' if nombre > 1 else ''}"


def en_lettres(nombre: int) -> str:
    """Write a number in words up to twelve, « six »; in figures above."""
    return NOMBRES[nombre] if nombre < len(NOMBRES) else str(nombre)
