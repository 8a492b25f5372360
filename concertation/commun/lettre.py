"""An e-mail of the Concertation: said once, as plain text and as HTML. Neutral: no name of a case, no title of an item."""

from dataclasses import dataclass, field

from django.conf import settings
from django.template.loader import render_to_string


@dataclass(frozen=True)
class Fait:
    """Holds a line of the facts: « Où », « Salle de la Violette »; `adresse` makes a link of it."""

    nom: str
    valeur: str
    adresse: str = ""


@dataclass
class Lettre:
    """Holds what one e-mail says. `acte` and `liens`: (words, address). `motif`: as it was written, quoted."""

    objet: str
    titre: str
    debut: list[str] = field(default_factory=list)
    changements: list[str] = field(default_factory=list)
    motif: str = ""
    faits: list[Fait] = field(default_factory=list)
    acte: tuple[str, str] | None = None
    liens: list[tuple[str, str]] = field(default_factory=list)
    fin: list[str] = field(default_factory=list)

    @property
    def texte(self) -> str:
        return self._rendre("txt").strip() + "\n"

    @property
    def html(self) -> str:
        return self._rendre("html")

    def _rendre(self, genre) -> str:
        contexte = {"lettre": self, "commune": settings.CSIL_COMMUNE}
        return render_to_string(f"concertation/commun/email/lettre.{genre}", contexte)
