from csil.courrier.file import (
    CALENDRIER,
    DELAIS,
    INCOMPOSABLE,
    OUBLI,
    SERVEUR_MUET,
    Piece,
    Recette,
    composer,
    distribuer,
    journal,
    poster,
    remplacer,
)

__all__ = [
    "CALENDRIER",
    "DELAIS",
    "INCOMPOSABLE",
    "OUBLI",
    "Piece",
    "Recette",
    "SERVEUR_MUET",
    "composer",
    "distribuer",
    "journal",
    "poster",
    "remplacer",
]
