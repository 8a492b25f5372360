from csil.administration.models import ReferenceLegale
from csil.declarations import Declaration, Section

DECLARATION = Declaration(
    nom="administration",
    modeles=(ReferenceLegale,),
    quarantaine={},
    taches=(),
    sections=(
        Section(
            "Administration",
            "admin:index",
            lambda personne: personne.is_staff,
            90,
            "Gérer les comptes et les appartenances aux groupes",
        ),
    ),
)
