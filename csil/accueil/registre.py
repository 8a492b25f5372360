"""What waits for a person, what is coming, what is new: the packages register their sources, the home page asks them all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

_taches: list[Callable] = []
_rendez_vous: list[Callable] = []
_nouveautes: list[Callable] = []


@dataclass(frozen=True)
class Tache:
    """An act that waits for this person. `depuis`: waiting since; the oldest come first."""

    quoi: str
    contexte: str
    adresse: str
    bouton: str
    depuis: datetime | None = None
    en_retard: bool = False
    lieu: str = "maison"


@dataclass(frozen=True)
class RendezVous:
    """Something to come. `detail`: hour, place, what is known of it."""

    quoi: str
    adresse: str
    quand: datetime
    detail: str = ""


@dataclass(frozen=True)
class Nouveaute:
    quoi: str
    adresse: str
    quand: datetime


def enregistrer_taches(source: Callable[..., Iterable[Tache]]) -> None:
    _taches.append(source)


def enregistrer_rendez_vous(source: Callable[..., Iterable[RendezVous]]) -> None:
    _rendez_vous.append(source)


def enregistrer_nouveautes(source: Callable[..., Iterable[Nouveaute]]) -> None:
    _nouveautes.append(source)


def taches(personne) -> list[Tache]:
    toutes = [tache for source in _taches for tache in source(personne)]
    return sorted(
        toutes, key=lambda t: (not t.en_retard, t.depuis is None, t.depuis and t.depuis.timestamp())
    )


def rendez_vous(personne, nombre=5) -> list[RendezVous]:
    tous = [rendez_vous for source in _rendez_vous for rendez_vous in source(personne)]
    return sorted(tous, key=lambda r: r.quand)[:nombre]


def nouveautes(personne, nombre=8) -> list[Nouveaute]:
    toutes = [neuve for source in _nouveautes for neuve in source(personne)]
    return sorted(toutes, key=lambda n: n.quand, reverse=True)[:nombre]
