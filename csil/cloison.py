"""What each package has to say about its sensitive records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models

_sources: list[Callable[[], Iterable["Regle"]]] = []
_mures: set[str] = set()


def _rien(objet) -> tuple:
    return ()


COMME_LA_LIGNE = object()


@dataclass(frozen=True)
class Regle:
    """Who may read each row of a model. `lecteurs`: keys of persons, said without querysets or policies.

    `temoins`: what a row says that stands nowhere else: found in a page of somebody who may not read it, it is a leak.
    """

    modele: type[models.Model]
    lecteurs: Callable[[models.Model], set[int]]
    temoins: Callable[[models.Model], Iterable[str]] = _rien
    # Who reads its history; None: only that nobody else than its readers does
    histoire: Callable[[models.Model], set[int]] | None | object = COMME_LA_LIGNE
    # Who reaches the pages that name it, where fewer people do than read the row; None: the same
    pages: Callable[[models.Model], set[int]] | None = None
    en_base: bool = True  # a policy must hold it too


def enregistrer_regles(source: Callable[[], Iterable[Regle]], mure: str = "") -> None:
    """`source` is called once per run, as owner: it reads the facts then. `mure`: a package every table of which must be
    judged by a rule and stand behind a policy.
    """
    if source not in _sources:
        _sources.append(source)
    _mures.update({mure} - {""})


def regles() -> list[Regle]:
    return [regle for source in _sources for regle in source()]


def paquets_mures() -> list[str]:
    return sorted(_mures)
