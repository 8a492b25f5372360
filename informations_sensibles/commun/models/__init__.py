from informations_sensibles.commun.models.categorie import CategorieDonnee
from informations_sensibles.commun.models.reponse_type import PourQui, ReponseType

__all__ = [
    "CategorieDonnee",
    "PourQui",
    "ReponseType",
]
