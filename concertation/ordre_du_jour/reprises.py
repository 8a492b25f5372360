"""What an item that recurs takes up again by itself (R54): said by the noun that keeps it, shown on every agenda."""

from collections.abc import Callable
from dataclasses import dataclass

from csil.declarations import tous


@dataclass(frozen=True)
class Reprise:
    """Declare what items of this nature take up again: `lire(reunion)` lists it, for the agenda of that meeting."""

    nature: str
    lire: Callable


def reprises(nature: str, reunion) -> list:
    """List what an item of this nature takes up again at this meeting; nothing for an ordinary one."""
    declarees = (ajout for ajout in tous("ajouts") if isinstance(ajout, Reprise) and ajout.nature == nature)
    return [repris for declaree in declarees for repris in declaree.lire(reunion)]
