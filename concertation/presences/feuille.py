"""Reading who was in the room, item by item (R50), from the stays and the order of the agenda."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch
from django.utils import timezone

from concertation.convocations.models import Convocation, Reponse
from concertation.ordre_du_jour.models import Section
from concertation.presences.models import Presence
from csil.texte.typographie import heure

SECTIONS = list(Section.values)
DEBUT, FIN = (-1,), (len(SECTIONS),)


def place(point) -> tuple:
    """Tell where an item stands on the agenda, even once it was postponed: a stay that names it keeps its limits."""
    return SECTIONS.index(point.section), point.rang, point.pk


def couvre(presence, point) -> bool:
    """Tell whether this stay was under way when that item was dealt with."""
    debut = place(presence.du_point) if presence.du_point_id else DEBUT
    fin = place(presence.avant_point) if presence.avant_point_id else FIN
    return debut <= place(point) < fin


class Feuille:
    """Reads the attendance of one meeting: two queries, however many people and items."""

    def __init__(self, reunion):
        self.reunion = reunion
        sejours = Presence.objects.select_related("du_point", "avant_point")
        self.convocations = list(
            reunion.convocations.select_related("partenaire__secteur", "personne").prefetch_related(
                Prefetch("presences", sejours)
            )
        )

    @cached_property
    def venus(self) -> list[Convocation]:
        """List who was in the room at any moment."""
        return [c for c in self.convocations if c.presences.all()]

    def presents(self, point=None) -> list[Convocation]:
        """List who was there at this item; at any moment without one."""
        if point is None:
            return self.venus
        return [c for c in self.venus if any(couvre(sejour, point) for sejour in c.presences.all())]

    @cached_property
    def absents(self) -> list[Convocation]:
        """List who was neither there nor excused."""
        return [c for c in self.convocations if not c.presences.all() and c.reponse != Reponse.EXCUSE]

    @cached_property
    def excuses(self) -> list[Convocation]:
        """List who had let it be known that they would not come."""
        return [c for c in self.convocations if not c.presences.all() and c.reponse == Reponse.EXCUSE]

    @cached_property
    def remplaces(self) -> list[Convocation]:
        """List those for whom somebody else sat at the table."""
        return [c for c in self.venus if c.reponse == Reponse.REMPLACE]

    def mouvements(self, point) -> list[tuple[str, Presence]]:
        """List who came in at this item, who had left before it: (« arrivée » or « départ », stay)."""
        sejours = [presence for c in self.venus for presence in c.presences.all()]
        entrees = [("arrivée", p) for p in sejours if p.du_point_id == point.pk]
        return entrees + [("départ", p) for p in sejours if p.avant_point_id == point.pk]

    def en_mots(self, point) -> str:
        """Say who moved: « La Police locale a quitté la salle avant ce point (14 h 48). »; empty when nobody moved."""
        gestes = {"arrivée": "est entré à ce point", "départ": "a quitté la salle avant ce point"}
        phrases = []
        for geste, sejour in self.mouvements(point):
            quand = sejour.arrivee_le if geste == "arrivée" else sejour.depart_le
            entre_parentheses = f" ({heure(quand)})" if self._le_jour_meme(quand) else ""
            phrases.append(f"{sejour.convocation.representant} {gestes[geste]}{entre_parentheses}.")
        return " ".join(phrases)

    def _le_jour_meme(self, quand) -> bool:
        """Tell whether it was noted during the meeting, so that the hour means something."""
        if quand is None:
            return False
        return timezone.localdate(quand) == timezone.localdate(self.reunion.debut)

    def lignes(self, point) -> list["Ligne"]:
        """List the sheet as it is ticked: everybody called, and where they are when this item is dealt with."""
        presents = {c.pk for c in self.presents(point)}
        return [
            Ligne(c, c.pk in presents, any(s.depart_le for s in c.presences.all())) for c in self.convocations
        ]

    def partenaires(self, convocations) -> int:
        """Count the partners that these people stand for."""
        return len({c.partenaire_id for c in convocations if c.partenaire_id})


@dataclass(frozen=True)
class Ligne:
    """Shows one person on the sheet of one item."""

    convocation: Convocation
    present: bool
    parti: bool

    @property
    def excuse(self) -> bool:
        """Tell whether this person excused themselves, and did not come."""
        return not self.convocation.presences.all() and self.convocation.reponse == Reponse.EXCUSE

    @property
    def etat(self) -> str:
        """Say where they are: « present », « parti », « a_venir » (noted from a later item on), « excuse » or « absent »."""
        if self.present:
            return "present"
        if self.parti:
            return "parti"
        if self.convocation.presences.all():
            return "a_venir"
        return "excuse" if self.excuse else "absent"


@dataclass
class Barre:
    """Counts the partners of one sector: how many were called, how many came; `y` and `largeur` draw it on a width of 300."""

    nom: str
    invites: int = 0
    venus: int = 0
    rang: int = 0

    @property
    def y(self) -> int:
        return 12 + 38 * self.rang

    @property
    def y_barre(self) -> int:
        return self.y + 6

    @property
    def largeur(self) -> int:
        return 300 * self.venus // self.invites


def par_secteur(feuille: Feuille) -> list[Barre]:
    """Count partners called and come, by sector, in alphabetical order; who stands for no partner does not count here."""
    invites, venus = {}, {c.partenaire_id for c in feuille.venus}
    for convocation in feuille.convocations:
        if convocation.partenaire_id:
            invites[convocation.partenaire_id] = convocation.partenaire.secteur.nom
    barres = {}
    for pk, secteur in invites.items():
        barre = barres.setdefault(secteur, Barre(secteur))
        barre.invites += 1
        barre.venus += pk in venus
    rangees = sorted(barres.values(), key=lambda barre: barre.nom)
    for rang, barre in enumerate(rangees):
        barre.rang = rang
    return rangees
