"""What the nouns that hang from a dossier add to it: each declares a `DansLeDossier`, the dossier imports none of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


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


@dataclass(frozen=True, kw_only=True)
class DansLeDossier:
    """Declare what a noun adds to a dossier. The first three are functions of (dossier, person): of what this person reads."""

    chronologie: Callable[..., Iterable[Evenement]]
    manques: Callable[..., Iterable[Manque]]
    partie: Callable[..., Partie] | None
    # (model, column, keys as text) of every table, history included, whose words are erased with this dossier
    a_effacer: Callable[..., Iterable[tuple[Any, str, list[str]]]]


_ajouts: list[DansLeDossier] = []


def ajouter(ajout: DansLeDossier) -> None:
    """Called once per noun, when its package is ready."""
    if ajout not in _ajouts:
        _ajouts.append(ajout)


def ajouts() -> list[DansLeDossier]:
    """Everything that was added, in the order of the declarations."""
    return list(_ajouts)
