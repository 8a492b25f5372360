"""What the nouns above add to the informations: each declares an `AvecLInformation`, the informations import none of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csil.declarations import tous


def _rien(*_) -> tuple[()]:
    return ()


@dataclass(frozen=True)
class Meme:
    """Show on an information's page something else of the same person: what it is, of whom, since when, its state in words."""

    quoi: str
    objet: Any
    de: Any
    quand: datetime
    etat: str


@dataclass(frozen=True, kw_only=True)
class AvecLInformation:
    """Declare what a noun adds to the informations; what it leaves out, it does not add."""

    # Queryset of (person): keys of the informations that this person reads because something of the noun waits for them
    attendues: Callable[..., Any] = _rien
    # `Meme` of ({kind: keys}, person), kinds and keys as `csil_meme_personne` gives them: what this person reads of them
    memes: Callable[..., Iterable[Meme]] = _rien


def ajouts() -> list[AvecLInformation]:
    """Give what every noun adds to the informations, as its declaration says (`ajouts`)."""
    return [ajout for ajout in tous("ajouts") if isinstance(ajout, AvecLInformation)]
