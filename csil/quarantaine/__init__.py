from csil.quarantaine.quarantaine import (
    effacer_les_mots,
    gardes,
    hors_quarantaine,
    purger,
    tables_gardees,
)

__all__ = [
    "effacer_les_mots",
    "gardes",
    "hors_quarantaine",
    "purger",
    "tables_gardees",
]
