"""What each noun tells the rest of the application, in one place: the `declaration.py` of its room."""

from csil.declarations.nom import Declaration, Rubrique, Section, declarations, declarer, tous
from csil.declarations.pieces import declarer_paquet, modules

__all__ = [
    "Declaration",
    "Rubrique",
    "Section",
    "declarations",
    "declarer",
    "declarer_paquet",
    "modules",
    "tous",
]
