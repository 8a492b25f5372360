"""What the page of a dossier shows of the other nouns. Each adds its function of (dossier, person) to `PARTIES`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Partie:
    """A section of the page: `gabarit` gets `partie`, and reads what it needs in `contexte`."""

    cle: str
    titre: str
    gabarit: str
    contexte: dict


PARTIES = ()


def parties_de(dossier, user) -> list[Partie]:
    return [partie(dossier, user) for partie in PARTIES]
