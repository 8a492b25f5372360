"""What the nouns that hang from a dossier add to it: each declares a `DansLeDossier`, the dossier imports none of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

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
    """One line of a dossier's chronology: what happened, when, by whom, without a name of the person followed."""

    quand: datetime
    quoi: str
    qui: str = ""
    detail: str = ""
    adresse: str = ""


@dataclass(frozen=True)
class Partie:
    """A section of a dossier's page: `gabarit` gets `partie`, and reads what it needs in `contexte`."""

    cle: str
    titre: str
    gabarit: str
    contexte: dict[str, Any]


@dataclass(frozen=True)
class Demandeurs:
    """Say, for the trial, who may ask to see identities through a noun: `gens` at all, `de(identite)` this one. Keys of persons."""

    gens: set[int]
    de: Callable[..., set[int]]


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
    # The same said a second time, once a run of the trial
    cloison: Callable[[], Demandeurs] | None = None
    # (model, column, keys as text) of every table, history included, whose words are erased with this dossier
    a_effacer: Callable[..., Iterable[tuple[Any, str, list[str]]]] = _rien


_ajouts: list[DansLeDossier] = []


def ajouter(ajout: DansLeDossier) -> None:
    """Register what a noun adds, once, when its package is ready."""
    if ajout not in _ajouts:
        _ajouts.append(ajout)


def ajouts() -> list[DansLeDossier]:
    """Give everything that was added, in the order of the declarations."""
    return list(_ajouts)


def lignes_gardees(objets) -> Iterator[tuple[Any, str, list[str]]]:
    """Yield, for `a_effacer`, every table that hangs from these records of one quarantined model, histories included."""
    cles = [str(pk) for pk in objets.order_by().values_list("pk", flat=True)]
    for table, colonne, _ in tables_gardees(objets.model):
        yield table, colonne, cles
