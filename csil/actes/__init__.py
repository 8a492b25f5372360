"""The one way in which a person acts on a record (`acte`, `creer`), and in which a page asks for it (`agir`)."""

from csil.actes.acte import ActeRefuse, Disparu, acte, changer, creer, enregistrer, reprendre
from csil.actes.pages import a_remplir, agir, appuyer, dire, envoye

__all__ = [
    "ActeRefuse",
    "Disparu",
    "a_remplir",
    "acte",
    "agir",
    "appuyer",
    "changer",
    "creer",
    "dire",
    "enregistrer",
    "envoye",
    "reprendre",
]
