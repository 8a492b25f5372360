"""One month of meetings, week by week, for the calendar page."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from csil.texte.typographie import MOIS, date_longue


@dataclass
class Jour:
    date: date
    du_mois: bool
    aujourd_hui: bool
    reunions: list = field(default_factory=list)

    @property
    def en_mots(self) -> str:
        return date_longue(self.date)


class Mois:
    """Lays out one month of meetings, read in one query. `demande`: « 2026-11 »; anything else is the present month."""

    def __init__(self, reunions, demande: str = ""):
        self.premier = _premier(demande)
        self.reunions = reunions

    @property
    def nom(self) -> str:
        return _nom(self.premier)

    @property
    def cle(self) -> str:
        return f"{self.premier:%Y-%m}"

    @property
    def precedent(self) -> tuple[str, str]:
        """Give (key, name) of the month before."""
        return _voisin(self.premier - timedelta(days=1))

    @property
    def suivant(self) -> tuple[str, str]:
        return _voisin(self.premier + timedelta(days=31))

    @property
    def est_courant(self) -> bool:
        return self.premier == timezone.localdate().replace(day=1)

    @property
    def semaines(self) -> list[list[Jour]]:
        """Lay out the weeks, from Monday to Sunday; the days of the neighbouring months complete the first and the last one."""
        semaines = Calendar().monthdatescalendar(self.premier.year, self.premier.month)
        par_jour = defaultdict(list)
        for reunion in self._entre(semaines[0][0], semaines[-1][-1]):
            par_jour[timezone.localdate(reunion.debut)].append(reunion)
        ici, mois = timezone.localdate(), self.premier.month
        return [
            [Jour(jour, jour.month == mois, jour == ici, par_jour[jour]) for jour in semaine]
            for semaine in semaines
        ]

    def _entre(self, premier, dernier):
        bornes = [
            timezone.make_aware(datetime.combine(jour, time.min))
            for jour in (premier, dernier + timedelta(days=1))
        ]
        return self.reunions.filter(debut__gte=bornes[0], debut__lt=bornes[1]).order_by("debut", "pk")


def _premier(demande) -> date:
    try:
        jour = datetime.strptime(demande, "%Y-%m").date()
    except ValueError:
        jour = timezone.localdate().replace(day=1)
    return jour if 2000 <= jour.year <= 2100 else timezone.localdate().replace(day=1)


def _nom(jour) -> str:
    return f"{MOIS[jour.month - 1]} {jour.year}"


def _voisin(jour) -> tuple[str, str]:
    return f"{jour:%Y-%m}", _nom(jour)
