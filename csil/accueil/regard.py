"""« Que verrait cette personne ? »: counts and references, with the rule that opens each; never text, never her session.

Each noun declares its sources; each reads in the name of who asks, as the rule of `visible_to` says
for the other person. Nobody is impersonated.
"""

from dataclasses import dataclass

from csil.declarations import tous

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
        """Count those that are counted without being named."""
        return self.nombre - len(self.references) if self.references else 0


def regards(personne) -> list[Regard]:
    """Give what this person would see now, if they came in; also what is closed to them, as 0."""
    return [regard for source in tous("regards") for regard in source(personne)]
