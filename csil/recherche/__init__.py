from csil.recherche.mots import ELISIONS, MOTS, RACINES, VIDES, chercher, en_mots, requete

__all__ = [
    "ELISIONS",
    "MOTS",
    "RACINES",
    "VIDES",
    "chercher",
    "en_mots",
    "requete",
]
