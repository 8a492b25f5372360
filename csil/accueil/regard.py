"""« Que verrait cette personne ? »: counts and references, with the rule that opens each; never text, never her session.

The packages register their sources in `ready()`; each reads in the name of who asks, as the rule of `visible_to` says
for the other person. Nobody is impersonated.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

# More would be a copy of the list
REFERENCES = 30


@dataclass(frozen=True)
class Regard:
    """One kind of record. `references`: identifiers that a list shows, at most `REFERENCES`; never what a record says."""

    genre: str
    nombre: int
    regle: str
    references: tuple[str, ...] = ()

    @property
    def autres(self) -> int:
        """How many are counted without being named."""
        return self.nombre - len(self.references) if self.references else 0


_sources: list[Callable] = []


def enregistrer_regard(source: Callable[..., Iterable[Regard]]) -> None:
    """`source(personne)` yields what this person would see now, if she came in; also what is closed to her, as 0."""
    if source not in _sources:
        _sources.append(source)


def regards(personne) -> list[Regard]:
    return [regard for source in _sources for regard in source(personne)]
