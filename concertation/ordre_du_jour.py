"""The agenda as it is read: sections in their order, items with their clock times, and by how much it is too long."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from concertation.models import PointOrdreDuJour, Section

SECTIONS = list(Section)


@dataclass
class Ligne:
    """One item and when it comes."""

    point: PointOrdreDuJour
    numero: int
    debut: datetime
    fin: datetime
    commence_apres: bool  # begins after the planned end of the meeting
    finit_apres: bool
    premiere: bool = False
    derniere: bool = False


@dataclass
class Partie:
    section: Section
    lignes: list[Ligne] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return sum(ligne.point.duree for ligne in self.lignes)


class OrdreDuJour:
    """Read once, in one query, then computed: the durations laid end to end from the planned beginning."""

    def __init__(self, reunion, points=None):
        self.reunion = reunion
        self._points = points

    @cached_property
    def lignes(self) -> list[Ligne]:
        points = self._points
        if points is None:
            points = self.reunion.points.inscrits().select_related("partenaire", "propose_par")
        lignes, heure = [], self.reunion.debut
        for numero, point in enumerate(points, 1):
            fin = heure + timedelta(minutes=point.duree)
            lignes.append(Ligne(point, numero, heure, fin, heure >= self.reunion.fin, fin > self.reunion.fin))
            heure = fin
        if lignes:  # the first of the first section cannot go up, the last of the last one cannot go down
            lignes[0].premiere = lignes[0].point.section == SECTIONS[0]
            lignes[-1].derniere = lignes[-1].point.section == SECTIONS[-1]
        return lignes

    @property
    def parties(self) -> list[Partie]:
        """The sections that hold something."""
        parties = {section: Partie(section) for section in Section}
        for ligne in self.lignes:
            parties[Section(ligne.point.section)].lignes.append(ligne)
        return [partie for partie in parties.values() if partie.lignes]

    @property
    def minutes(self) -> int:
        return sum(ligne.point.duree for ligne in self.lignes)

    @property
    def fin(self) -> datetime:
        """When it would end."""
        return self.reunion.debut + timedelta(minutes=self.minutes)

    @property
    def depassement(self) -> int:
        """Minutes beyond the planned end; 0 when it fits."""
        return max(0, self.minutes - self.reunion.duree)

    @property
    def part_utile(self) -> int:
        """How much of what is planned fits, in percent, for the drawing."""
        return min(100, 100 * self.reunion.duree // self.minutes) if self.minutes else 100
