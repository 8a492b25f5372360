"""The Référent's arranging of an agenda: each move is one act, and two windows never overwrite each other."""

from collections.abc import Callable

from django.core.exceptions import ValidationError

from concertation.ordre_du_jour.etats import Section
from concertation.ordre_du_jour.models.point import PointOrdreDuJour
from csil.actes import acte
from csil.journal import Verbe, consigner

DEPASSE = (
    "L’ordre du jour a été arrangé entre-temps, dans une autre fenêtre ou par quelqu’un d’autre. Le voici tel qu’il est "
    "maintenant : ce que vous demandiez n’est pas fait, les durées que vous aviez écrites sont gardées ci-dessous."
)
SECTIONS = list(Section.values)


class OrdreDepasse(ValidationError):
    """Refuse a move on an agenda that was arranged since the page was opened."""


@acte("arranger_reunion")
def arranger(reunion, *gestes: Callable[["Arrangement"], None], par, ordre: int) -> None:
    """Arrange the agenda that stands now by these moves. Raises OrdreDepasse if `ordre` is not the present one."""
    if ordre != reunion.ordre:
        raise OrdreDepasse(DEPASSE)
    arrangement = Arrangement(reunion, par=par)
    for geste in gestes:
        geste(arrangement)


class Arrangement:
    """Moves the items of an agenda, in the middle of the act `arranger`, which holds the meeting: one move after the other."""

    def __init__(self, reunion, *, par):
        self.reunion, self.par = reunion, par
        self.points = list(reunion.points.inscrits())

    def monter(self, pk: int) -> None:
        """Move the item one place up; from the top of a section, to the end of the one before."""
        self._deplacer(pk, -1)

    def descendre(self, pk: int) -> None:
        """Move the item one place down; from the end of a section, to the top of the next."""
        self._deplacer(pk, 1)

    def placer(self, pk: int, *, section: str, avant: int | None) -> None:
        """Move the item where it was dropped: in this section, before that item, or at its end."""
        point = self._trouver(pk)
        if section not in SECTIONS:
            raise ValidationError("Cette section n’existe pas.")
        self.points.remove(point)
        point.section = section
        rang = next((i for i, autre in enumerate(self.points) if autre.pk == avant), None)
        if rang is None or self.points[rang].section != section:
            rang = sum(SECTIONS.index(p.section) <= SECTIONS.index(section) for p in self.points)
        self.points.insert(rang, point)
        self._enregistrer({point.pk})

    def durees(self, minutes: dict[int, int]) -> None:
        """Give new durations, in minutes, to the items whose key is given."""
        changes = set()
        for point in self.points:
            duree = minutes.get(point.pk, point.duree)
            if duree != point.duree:
                point.duree = duree
                changes.add(point.pk)
        if changes:
            self._enregistrer(changes)

    def _trouver(self, pk) -> PointOrdreDuJour:
        point = next((point for point in self.points if point.pk == pk), None)
        if point is None:
            raise OrdreDepasse(DEPASSE)
        return point

    def _deplacer(self, pk, pas):
        point = self._trouver(pk)
        rang = self.points.index(point)
        voisin = self.points[rang + pas] if 0 <= rang + pas < len(self.points) else None
        section = SECTIONS.index(point.section)
        if voisin is not None and voisin.section == point.section:
            self.points[rang], self.points[rang + pas] = voisin, point
        elif 0 <= section + pas < len(SECTIONS):
            # Into the next section, at its nearest end: the place in the list stays
            point.section = SECTIONS[section + pas]
        else:
            return
        self._enregistrer({point.pk})

    def _enregistrer(self, changes: set[int]) -> None:
        """Save the new places: ranks count through the whole agenda; only what a person changed leaves history."""
        for rang, point in enumerate(self.points, 1):
            if point.pk in changes:
                point.placer(par=self.par, section=point.section, duree=point.duree, rang=rang)
            elif point.rang != rang:
                point.rang = rang
                point.ranger("rang")
        self.reunion.noter_arrangement()
        consigner("concertation.ordre_arrange", self.reunion, par=self.par, verbe=Verbe.MODIFICATION)
