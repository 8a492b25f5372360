from csil.identite.parole import HORLOGE, au_nom_de, au_nom_de_l_horloge, cle_en_deux_moities, jeton

__all__ = [
    "HORLOGE",
    "au_nom_de",
    "au_nom_de_l_horloge",
    "cle_en_deux_moities",
    "jeton",
]
