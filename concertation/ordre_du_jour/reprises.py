"""What an item that recurs takes up again by itself (R54): said by the room that keeps it, shown on every agenda."""

from collections.abc import Callable

_reprises: dict[str, Callable] = {}


def enregistrer_reprise(nature: str, lire: Callable) -> None:
    """Register what items of this nature take up again: `lire(reunion)` lists it, for the agenda of that meeting."""
    _reprises[nature] = lire


def reprises(nature: str, reunion) -> list:
    """List what an item of this nature takes up again at this meeting; nothing for an ordinary one."""
    return list(_reprises[nature](reunion)) if nature in _reprises else []
