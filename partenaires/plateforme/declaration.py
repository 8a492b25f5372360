from csil.declarations import Declaration, Section
from partenaires.plateforme.models import Plateforme

DECLARATION = Declaration(
    nom="plateforme",
    modeles=(Plateforme,),
    quarantaine={},
    taches=(),
    sections=(
        Section(
            "Plateforme", "plateforme", rang=70, invite="Voir à quoi sert la plateforme et qui la dirige"
        ),
    ),
)
