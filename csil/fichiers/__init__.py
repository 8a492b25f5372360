from csil.fichiers.pieces import (
    DOCX,
    GENRES,
    MO,
    PDF,
    FichierVerifie,
    nettoyer_nom,
    reponse_fichier,
    verifier_fichier,
)

__all__ = [
    "DOCX",
    "FichierVerifie",
    "GENRES",
    "MO",
    "PDF",
    "nettoyer_nom",
    "reponse_fichier",
    "verifier_fichier",
]
