"""Who was in the room, item by item (R50): read from the stays and the order of the agenda."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from concertation.convocations.models import Convocation, Reponse
from concertation.ordre_du_jour.models import Section
from concertation.seance.models import Presence
from csil.journal import Verbe, consigner
from csil.texte.typographie import heure

SECTIONS = list(Section.values)
DEBUT, FIN = (-1,), (len(SECTIONS),)


def place(point) -> tuple:
    """Where an item stands on the agenda, even once it was postponed: a stay that names it keeps its limits."""
    return SECTIONS.index(point.section), point.rang, point.pk


def couvre(presence, point) -> bool:
    """Was this stay under way when that item was dealt with?"""
    debut = place(presence.du_point) if presence.du_point_id else DEBUT
    fin = place(presence.avant_point) if presence.avant_point_id else FIN
    return debut <= place(point) < fin


class Feuille:
    """The attendance of one meeting: two queries, however many people and items."""

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
        """In the room at any moment."""
        return [c for c in self.convocations if c.presences.all()]

    def presents(self, point=None) -> list[Convocation]:
        """At this item; at any moment without one."""
        if point is None:
            return self.venus
        return [c for c in self.venus if any(couvre(sejour, point) for sejour in c.presences.all())]

    @cached_property
    def absents(self) -> list[Convocation]:
        """Neither there nor excused."""
        return [c for c in self.convocations if not c.presences.all() and c.reponse != Reponse.EXCUSE]

    @cached_property
    def excuses(self) -> list[Convocation]:
        return [c for c in self.convocations if not c.presences.all() and c.reponse == Reponse.EXCUSE]

    @cached_property
    def remplaces(self) -> list[Convocation]:
        """Somebody else sat at the table for them."""
        return [c for c in self.venus if c.reponse == Reponse.REMPLACE]

    def mouvements(self, point) -> list[tuple[str, Presence]]:
        """Who came in at this item, who had left before it: (« arrivée » or « départ », stay)."""
        sejours = [presence for c in self.venus for presence in c.presences.all()]
        entrees = [("arrivée", p) for p in sejours if p.du_point_id == point.pk]
        return entrees + [("départ", p) for p in sejours if p.avant_point_id == point.pk]

    def en_mots(self, point) -> str:
        """« La Police locale a quitté la salle avant ce point (14 h 48). »; empty when nobody moved."""
        gestes = {"arrivée": "est entré à ce point", "départ": "a quitté la salle avant ce point"}
        phrases = []
        for geste, sejour in self.mouvements(point):
            quand = sejour.arrivee_le if geste == "arrivée" else sejour.depart_le
            entre_parentheses = f" ({heure(quand)})" if self._le_jour_meme(quand) else ""
            phrases.append(f"{sejour.convocation.representant} {gestes[geste]}{entre_parentheses}.")
        return " ".join(phrases)

    def _le_jour_meme(self, quand) -> bool:
        """Noted during the meeting, not afterwards: the hour means something."""
        if quand is None:
            return False
        return timezone.localdate(quand) == timezone.localdate(self.reunion.debut)

    def lignes(self, point) -> list["Ligne"]:
        """The sheet as it is ticked: everybody called, and where they are when this item is dealt with."""
        presents = {c.pk for c in self.presents(point)}
        return [
            Ligne(c, c.pk in presents, any(s.depart_le for s in c.presences.all())) for c in self.convocations
        ]

    def partenaires(self, convocations) -> int:
        """How many partners these people stand for."""
        return len({c.partenaire_id for c in convocations if c.partenaire_id})


@dataclass(frozen=True)
class Ligne:
    """One person on the sheet of one item."""

    convocation: Convocation
    present: bool
    parti: bool

    @property
    def excuse(self) -> bool:
        return not self.convocation.presences.all() and self.convocation.reponse == Reponse.EXCUSE

    @property
    def etat(self) -> str:
        """« present », « parti », « a_venir » (noted from a later item on), « excuse » or « absent »."""
        if self.present:
            return "present"
        if self.parti:
            return "parti"
        if self.convocation.presences.all():
            return "a_venir"
        return "excuse" if self.excuse else "absent"


@dataclass
class Barre:
    """Partners of one sector: how many were called, how many came; `y` and `largeur` draw it on a width of 300."""

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
    """Partners called and come, by sector, in alphabetical order; who stands for no partner does not count here."""
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


# Acts


@transaction.atomic
def tous_presents(reunion, *, par) -> int:
    """One tap: everybody who did not excuse themselves is there from the opening. Returns how many were noted."""
    attendus = list(reunion.convocations.filter(presences=None).exclude(reponse=Reponse.EXCUSE))
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
    presence = convocation.presences.filter(depart_le=None).select_related("du_point").first()
    if presence is None:
        raise ValidationError(f"{convocation.representant} n’est pas noté dans la salle.")
    if presence.du_point_id and place(presence.du_point) >= place(avant_point):
        raise ValidationError(
            f"{convocation.representant} est noté arrivé à ce point : corrigez plutôt sa présence."
        )
    presence.avant_point, presence.depart_le = avant_point, timezone.now()
    _enregistrer(presence, par)
    consigner("concertation.depart_note", convocation, par=par, verbe=Verbe.MODIFICATION)


@transaction.atomic
def excuser(convocation, *, par):
    """Let it be known that they would not come; what was noted by mistake goes."""
    if convocation.presences.exists():
        effacer(convocation, par=par)
    convocation.constater(par=par, reponse=Reponse.EXCUSE)


@transaction.atomic
def accueillir(reunion, *, par, nom, partenaire=None, au_point=None) -> Convocation:
    """Somebody came without being called: a name or a function, and for which partner."""
    convocation = Convocation.inviter(par=par, reunion=reunion, nom=nom, courriel="", partenaire=partenaire)
    arriver(convocation, par=par, au_point=au_point)
    return convocation


@transaction.atomic
def corriger(convocation, *, par, sejours: Iterable[tuple]):
    """What was really the case: stays as (item of arrival or None, item before which they left or None), in order.

    Raises ValidationError for a stay without any item in it, or two that overlap.
    """
    sejours = list(sejours)
    precedent = DEBUT
    for du_point, avant_point in sejours:
        debut = place(du_point) if du_point else DEBUT
        fin = place(avant_point) if avant_point else FIN
        if debut >= fin:
            raise ValidationError("Le départ doit suivre l’arrivée d’au moins un point.")
        if debut < precedent:
            raise ValidationError("Deux passages dans la salle se recouvrent.")
        precedent = fin
    anciens = list(convocation.presences.all())
    arrivees = {sejour.du_point_id: sejour.arrivee_le for sejour in anciens}
    departs = {sejour.avant_point_id: sejour.depart_le for sejour in anciens if sejour.depart_le}
    _vider(convocation, par)
    for du_point, avant_point in sejours:
        sejour = Presence(convocation=convocation, du_point=du_point, avant_point=avant_point)
        sejour.arrivee_le = arrivees.get(sejour.du_point_id, timezone.now())
        if avant_point:
            sejour.depart_le = departs.get(avant_point.pk, timezone.now())
        _enregistrer(sejour, par)
    consigner("concertation.presence_corrigee", convocation, par=par, verbe=Verbe.MODIFICATION)


@transaction.atomic
def effacer(convocation, *, par):
    """Noted by mistake."""
    _vider(convocation, par)
    consigner("concertation.presence_effacee", convocation, par=par, verbe=Verbe.MODIFICATION)


def _vider(convocation, par):
    for presence in convocation.presences.all():
        presence._history_user = par
        presence.delete()


def _ouvrir(convocation, au_point, par):
    _enregistrer(Presence(convocation=convocation, du_point=au_point), par)


def _enregistrer(presence, par):
    presence._history_user = par
    presence.save()
