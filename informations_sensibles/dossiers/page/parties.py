"""What the page of a dossier shows of the other nouns. Each adds its function of (dossier, person) to `PARTIES`."""

from dataclasses import dataclass

from informations_sensibles.informations.du_dossier import partie_informations
from informations_sensibles.transmissions.du_dossier import partie_transmissions


@dataclass(frozen=True)
class Partie:
    """A section of the page: `gabarit` gets `partie`, and reads what it needs in `contexte`."""

    cle: str
    titre: str
    gabarit: str
    contexte: dict


PARTIES = (partie_informations, partie_transmissions)


def parties_de(dossier, user) -> list[Partie]:
    return [partie(dossier, user) for partie in PARTIES]
