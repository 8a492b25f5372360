from csil.quarantaine.quarantaine import (
    effacer_les_mots,
    enregistrer_copies,
    enregistrer_quarantaine,
    hors_quarantaine,
    purger,
    tables_gardees,
    taches,
)

__all__ = [
    "effacer_les_mots",
    "enregistrer_copies",
    "enregistrer_quarantaine",
    "hors_quarantaine",
    "purger",
    "tables_gardees",
    "taches",
]
