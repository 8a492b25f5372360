from csil.declarations import Declaration, Section
from partenaires.plateforme.models import GroupeTravail, Plateforme, Poste, Titulaire

DECLARATION = Declaration(
    nom="plateforme",
    modeles=(GroupeTravail, Plateforme, Poste, Titulaire),
    quarantaine={},
    taches=(),
    sections=(
        Section(
            "Plateforme", "plateforme", rang=70, invite="Voir à quoi sert la plateforme et qui la dirige"
        ),
    ),
)
