"""The words in which a room says a second time who reads its rows, for the trial (`make cloison`).

A room's `cloison.py` gives its rules by `regles()`, from plain facts. The trial itself stands outside the packages that serve
requests (`outils/cloison/`), which finds those files and loads them; nothing else does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

COMME_LA_LIGNE = object()


def _rien(objet: Any) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Regle:
    """Say who may read each row of a model. `lecteurs`: keys of persons, said without querysets or policies.

    `temoins`: what a row says that stands nowhere else: found in a page of somebody who may not read it, it is a leak.
    """

    modele: type[Any]
    lecteurs: Callable[[Any], set[int]]
    temoins: Callable[[Any], Iterable[str]] = _rien
    # Who reads its history; None: only that nobody else than its readers does
    histoire: Callable[[Any], set[int]] | None | object = COMME_LA_LIGNE
    # Who reaches the pages that name it, where fewer people do than read the row; None: the same
    pages: Callable[[Any], set[int]] | None = None
    en_base: bool = True  # a policy must hold it too
