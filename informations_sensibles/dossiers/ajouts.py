"""What the nouns that hang from a dossier add to it: each declares a `DansLeDossier`, the dossier imports none of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from csil.declarations import tous
from csil.quarantaine import tables_gardees


class Manque(str):
    """Say in a sentence what must be settled before a dossier is closed (R62). `adresse`: the page where it is mended, or nothing."""

    adresse: str

    def __new__(cls, phrase: str, adresse: str = "") -> "Manque":
        manque = super().__new__(cls, phrase)
        manque.adresse = adresse
        return manque


@dataclass(frozen=True)
class Evenement:
    """Tell one line of a dossier's chronology: what happened, when, by whom, without a name of the person followed."""

    quand: datetime
    quoi: str
    qui: str = ""
    detail: str = ""
    adresse: str = ""


@dataclass(frozen=True)
class Partie:
    """Describe a section of a dossier's page: `gabarit` gets `partie`, and reads what it needs in `contexte`."""

    cle: str
    titre: str
    gabarit: str
    contexte: dict[str, Any]


def _rien(*_) -> tuple[()]:
    return ()


def _aucune(user) -> Q:
    return Q(pk__in=())


@dataclass(frozen=True, kw_only=True)
class DansLeDossier:
    """Declare what a noun adds to a dossier; what it leaves out, it does not add.

    `chronologie`, `manques`, `partie` are asked of (dossier, person) and tell of what this person reads; `a_effacer` of (dossier).
    """

    chronologie: Callable[..., Iterable[Evenement]] = _rien
    manques: Callable[..., Iterable[Manque]] = _rien
    partie: Callable[..., Partie] | None = None
    # Q of (person): the identities that this person may ask to see through this noun
    identites: Callable[..., Q] = _aucune
    # (model, column, keys as text) of every table, history included, whose words are erased with this dossier
    a_effacer: Callable[..., Iterable[tuple[Any, str, list[str]]]] = _rien


def ajouts() -> list[DansLeDossier]:
    """Give what every noun adds to a dossier, as its declaration says (`ajouts`)."""
    return [ajout for ajout in tous("ajouts") if isinstance(ajout, DansLeDossier)]


def lignes_gardees(objets) -> Iterator[tuple[Any, str, list[str]]]:
    """Yield, for `a_effacer`, every table that hangs from these records of one quarantined model, histories included."""
    cles = [str(pk) for pk in objets.order_by().values_list("pk", flat=True)]
    for table, colonne, _ in tables_gardees(objets.model):
        yield table, colonne, cles
