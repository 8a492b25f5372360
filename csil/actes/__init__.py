"""The one way in which a person acts on a record (`acte`, `creer`), and in which a page asks for it (`agir`)."""

from csil.actes.acte import ActeRefuse, Disparu, acte, changer, creer, enregistrer, reprendre
from csil.actes.pages import agir, dire, envoye

__all__ = [
    "ActeRefuse",
    "Disparu",
    "acte",
    "agir",
    "changer",
    "creer",
    "dire",
    "enregistrer",
    "envoye",
    "reprendre",
]
