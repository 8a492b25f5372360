"""The screen of the meeting as it goes: the items in order, where one is, and the item that is open on the screen."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from concertation.compte_rendu.lecture import texte_de
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.ordre_du_jour.models import Nature, PointOrdreDuJour
from concertation.ordre_du_jour.reprises import reprises
from concertation.presences.feuille import Feuille
from concertation.reunions.etats import Etat


@dataclass
class Etape:
    """Places one item in the line of the meeting. `statut`: « traite », « en_cours » or « a_venir »."""

    ligne: object
    statut: str
    ouverte: bool

    @property
    def point(self) -> PointOrdreDuJour:
        return self.ligne.point

    @property
    def adresse(self) -> str:
        return adresse(self.point)


def adresse(point) -> str:
    """Give the address of the meeting's screen, this item open."""
    return f"{reverse('seance', args=[point.reunion_id])}?point={point.pk}#point-{point.pk}"


class Seance:
    """Reads the meeting as it goes, one item open at a time: the one asked for, or the one that was begun last, or the first."""

    def __init__(self, reunion, demande: str = ""):
        self.reunion, self.demande = reunion, demande

    @cached_property
    def ordre_du_jour(self) -> OrdreDuJour:
        return OrdreDuJour(self.reunion)

    @cached_property
    def etapes(self) -> list[Etape]:
        lignes = self.ordre_du_jour.lignes
        commences = [ligne for ligne in lignes if ligne.point.commence_le]
        en_cours = max(commences, key=lambda ligne: ligne.point.commence_le, default=None)
        demandee = next((ligne for ligne in lignes if str(ligne.point.pk) == self.demande), None)
        ouverte = demandee or en_cours or (lignes[0] if lignes else None)
        return [Etape(ligne, _statut(ligne, en_cours, self.reunion), ligne is ouverte) for ligne in lignes]

    @cached_property
    def ouverte(self) -> Etape | None:
        return next((etape for etape in self.etapes if etape.ouverte), None)

    @property
    def point(self) -> PointOrdreDuJour | None:
        return self.ouverte and self.ouverte.point

    @property
    def suivante(self) -> Etape | None:
        rang = self.etapes.index(self.ouverte) + 1
        return self.etapes[rang] if rang < len(self.etapes) else None

    @cached_property
    def feuille(self) -> Feuille:
        return Feuille(self.reunion)

    @cached_property
    def texte(self) -> CompteRenduPoint:
        """Read what is written about the open item; not saved yet when nothing is."""
        return texte_de(self.point)

    @property
    def a_approuver(self) -> list:
        """List, at the item that approves earlier minutes, those that still circulate."""
        if self.point.nature != Nature.APPROBATION:
            return []
        return [repris for repris in reprises(Nature.APPROBATION, self.reunion) if not repris.est_approuve]

    @property
    def a_suivre(self) -> list:
        """List, at the item that follows the actions, those that were open when the meeting began (R54)."""
        return reprises(Nature.SUIVI, self.reunion) if self.point.nature == Nature.SUIVI else []


def _statut(ligne, en_cours, reunion) -> str:
    if ligne is en_cours and reunion.etat == Etat.TENUE:
        return "en_cours"
    return "traite" if ligne.point.commence_le else "a_venir"
