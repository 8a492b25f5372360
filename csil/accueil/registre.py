"""The home page of a person: what waits, what is coming, what is new, asked of every noun that declares some."""

from dataclasses import dataclass
from datetime import datetime

from csil.declarations import tous


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


def taches(personne) -> list[Tache]:
    """List what waits for this person: late first, then the oldest."""
    toutes = [tache for source in tous("taches") for tache in source(personne)]
    return sorted(
        toutes, key=lambda t: (not t.en_retard, t.depuis is None, t.depuis and t.depuis.timestamp())
    )


def rendez_vous(personne, nombre=5) -> list[RendezVous]:
    """List what is coming for this person, the nearest first."""
    a_venir = [rendez_vous for source in tous("rendez_vous") for rendez_vous in source(personne)]
    return sorted(a_venir, key=lambda r: r.quand)[:nombre]


def nouveautes(personne, nombre=8) -> list[Nouveaute]:
    """List what is new for this person, the latest first."""
    toutes = [neuve for source in tous("nouveautes") for neuve in source(personne)]
    return sorted(toutes, key=lambda n: n.quand, reverse=True)[:nombre]
