from concertation.commun.groupes import GERENT
from concertation.modeles.models import InviteModele, ModeleReunion, PointModele
from csil.declarations import Declaration, Rubrique

DECLARATION = Declaration(
    nom="modèles de réunion",
    modeles=(InviteModele, ModeleReunion, PointModele),
    quarantaine={},
    taches=(),
    rubriques=(
        Rubrique("concertation", "Modèles", "modeles", 90, lambda personne: personne.est_membre(*GERENT)),
    ),
)
