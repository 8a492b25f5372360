"""Who was in the room, item by item (R50): read from the stays and the order of the agenda."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from concertation.models import Convocation, PointOrdreDuJour, Presence, Reponse
from csil.journal import Verbe, consigner


class Feuille:
    """The attendance of one meeting: two queries, however many people and items."""

    def __init__(self, reunion, points: Iterable[PointOrdreDuJour] | None = None):
        self.reunion = reunion
        points = reunion.points.inscrits() if points is None else points
        self.rangs = {point.pk: rang for rang, point in enumerate(points)}
        self.convocations = list(
            reunion.convocations.select_related("partenaire", "personne").prefetch_related("presences")
        )

    def presents(self, point=None) -> list[Convocation]:
        """At this item; at any moment without one."""
        return [c for c in self.convocations if any(self._couvre(p, point) for p in c.presences.all())]

    def absents(self) -> list[Convocation]:
        """Neither there nor excused."""
        return [c for c in self.convocations if not c.presences.all() and c.reponse != Reponse.EXCUSE]

    def excuses(self) -> list[Convocation]:
        return [c for c in self.convocations if not c.presences.all() and c.reponse == Reponse.EXCUSE]

    def mouvements(self, point) -> list[tuple[str, Presence]]:
        """Who came in at this item, who had left before it: (« arrivée » or « départ », stay)."""
        sejours = [presence for c in self.convocations for presence in c.presences.all()]
        entrees = [("arrivée", p) for p in sejours if p.du_point_id == point.pk]
        return entrees + [("départ", p) for p in sejours if p.avant_point_id == point.pk]

    def _couvre(self, presence, point) -> bool:
        if point is None:
            return True
        rang = self.rangs.get(point.pk, 0)
        debut = self.rangs.get(presence.du_point_id, 0) if presence.du_point_id else 0
        fin = (
            self.rangs.get(presence.avant_point_id, len(self.rangs))
            if presence.avant_point_id
            else len(self.rangs)
        )
        return debut <= rang < fin


@transaction.atomic
def tous_presents(reunion, *, par) -> int:
    """One tap: everybody who did not excuse themselves is there from the opening. Returns how many were noted."""
    attendus = reunion.convocations.filter(presences=None).exclude(reponse=Reponse.EXCUSE)
    for convocation in attendus:
        _ouvrir(convocation, None, par)
    consigner("concertation.presences_notees", reunion, par=par, verbe=Verbe.MODIFICATION)
    return len(attendus)


@transaction.atomic
def arriver(convocation, *, par, au_point=None):
    """In the room from this item on, or from the opening. Raises ValidationError if noted present already."""
    if convocation.presences.filter(depart_le=None).exists():
        raise ValidationError(f"{convocation.representant} est déjà noté dans la salle.")
    _ouvrir(convocation, au_point, par)
    consigner("concertation.arrivee_notee", convocation, par=par, verbe=Verbe.MODIFICATION)


@transaction.atomic
def partir(convocation, *, par, avant_point):
    """Out of the room before this item: not present for it, nor for what follows."""
    presence = convocation.presences.filter(depart_le=None).first()
    if presence is None:
        raise ValidationError(f"{convocation.representant} n’est pas noté dans la salle.")
    presence.avant_point, presence.depart_le = avant_point, timezone.now()
    _enregistrer(presence, par)
    consigner("concertation.depart_note", convocation, par=par, verbe=Verbe.MODIFICATION)


@transaction.atomic
def effacer(convocation, *, par):
    """Noted by mistake."""
    for presence in convocation.presences.all():
        presence._history_user = par
        presence.delete()
    consigner("concertation.presence_effacee", convocation, par=par, verbe=Verbe.MODIFICATION)


def _ouvrir(convocation, au_point, par):
    _enregistrer(Presence(convocation=convocation, du_point=au_point), par)


def _enregistrer(presence, par):
    presence._history_user = par
    presence.save()
