from csil.acces.portes import (
    MEMBRES,
    OBJET,
    TOUS,
    Requete,
    acces,
    ouvert_a_tous,
    ouvert_au_compte,
    ouvert_aux_membres,
    ouvert_si,
)

__all__ = [
    "MEMBRES",
    "OBJET",
    "Requete",
    "TOUS",
    "acces",
    "ouvert_a_tous",
    "ouvert_au_compte",
    "ouvert_aux_membres",
    "ouvert_si",
]
