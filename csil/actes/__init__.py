"""The one way in which a person acts on a record (`acte`, `creer`), and in which a page asks for it (`agir`)."""

from csil.actes.acte import ActeRefuse, Disparu, acte, creer, enregistrer, reprendre
from csil.actes.pages import agir, dire

__all__ = ["ActeRefuse", "Disparu", "acte", "agir", "creer", "dire", "enregistrer", "reprendre"]
