"""The agenda as it is read: sections in their order, items with their clock times, and by how much it is too long."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from django.db.models import Prefetch

from concertation.ordre_du_jour.etats import Nature, Section
from concertation.ordre_du_jour.models.document import Document
from concertation.ordre_du_jour.models.point import PointOrdreDuJour
from concertation.ordre_du_jour.reprises import reprises

SECTIONS = list(Section)
LARGEUR = 300  # of the drawing of the time, in its own units


@dataclass
class Ligne:
    """Places one item in time."""

    point: PointOrdreDuJour
    numero: int
    debut: datetime
    fin: datetime
    commence_apres: bool  # begins after the planned end of the meeting
    finit_apres: bool
    premiere: bool = False
    derniere: bool = False
    champ: object = None  # of its duration, while the agenda is being arranged
    note: object = None  # the secretary's, for whoever may read it
    vise: str = ""  # the button that keeps the keyboard after a move: « monter », « descendre »


@dataclass
class Partie:
    section: Section
    lignes: list[Ligne] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return sum(ligne.point.duree for ligne in self.lignes)


class OrdreDuJour:
    """Reads an agenda once, in two queries, then computes it: the durations laid end to end from the planned beginning."""

    def __init__(self, reunion, points=None):
        self.reunion = reunion
        self._points = points

    @cached_property
    def lignes(self) -> list[Ligne]:
        points = self._points
        if points is None:
            documents = Prefetch("documents", Document.objects.defer("contenu"))
            points = self.reunion.points.inscrits().select_related("partenaire").prefetch_related(documents)
        lignes, heure = [], self.reunion.debut
        for numero, point in enumerate(points, 1):
            fin = heure + timedelta(minutes=point.duree)
            lignes.append(Ligne(point, numero, heure, fin, heure >= self.reunion.fin, fin > self.reunion.fin))
            heure = fin
        if lignes:  # the first of the first section cannot go up, the last of the last one cannot go down
            lignes[0].premiere = lignes[0].point.section == SECTIONS[0]
            lignes[-1].derniere = lignes[-1].point.section == SECTIONS[-1]
        return lignes

    @cached_property
    def sections(self) -> list[Partie]:
        """List all sections, for whoever arranges: an item may go where nothing stands yet."""
        parties = {section: Partie(section) for section in Section}
        for ligne in self.lignes:
            parties[Section(ligne.point.section)].lignes.append(ligne)
        return list(parties.values())

    @property
    def parties(self) -> list[Partie]:
        """List the sections that hold something."""
        return [partie for partie in self.sections if partie.lignes]

    def ligne_de(self, pk) -> Ligne | None:
        return next((ligne for ligne in self.lignes if ligne.point.pk == pk), None)

    def _reprises(self, nature) -> list:
        """List what the item of this nature takes up again, if the agenda has one."""
        porte = any(ligne.point.nature == nature for ligne in self.lignes)
        return reprises(nature, self.reunion) if porte else []

    @cached_property
    def actions(self) -> list:
        """List what the item « Suivi des actions » takes up again, the most urgent first (R54)."""
        return self._reprises(Nature.SUIVI)

    @cached_property
    def a_approuver(self) -> list:
        """List the minutes that this meeting approves, or approved."""
        return self._reprises(Nature.APPROBATION)

    @property
    def minutes(self) -> int:
        return sum(ligne.point.duree for ligne in self.lignes)

    @property
    def fin(self) -> datetime:
        """Tell when it would end."""
        return self.reunion.debut + timedelta(minutes=self.minutes)

    @property
    def depassement(self) -> int:
        """Count the minutes beyond the planned end; 0 when it fits."""
        return max(0, self.minutes - self.reunion.duree)

    @property
    def dessin(self) -> dict[str, int]:
        """Draw the time as a bar: where what is planned ends, where the meeting does, how much is too long."""
        plus_long = max(self.minutes, self.reunion.duree)
        prevu = LARGEUR * min(self.minutes, self.reunion.duree) // plus_long
        limite = LARGEUR * self.reunion.duree // plus_long
        return {"prevu": prevu, "limite": limite, "trop": LARGEUR - limite if self.depassement else 0}
