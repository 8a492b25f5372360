from csil.historique.onglet import SANS_AUTEUR, SOI, Difference, Source, en_mots, page_historique

__all__ = [
    "Difference",
    "SANS_AUTEUR",
    "SOI",
    "Source",
    "en_mots",
    "page_historique",
]
