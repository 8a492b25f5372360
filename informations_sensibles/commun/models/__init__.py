from informations_sensibles.commun.models.categorie import CategorieDonnee
from informations_sensibles.commun.models.ecart import Ecart
from informations_sensibles.commun.models.reponse import Reponse
from informations_sensibles.commun.models.reponse_type import PourQui, ReponseType

__all__ = [
    "CategorieDonnee",
    "Ecart",
    "PourQui",
    "Reponse",
    "ReponseType",
]
