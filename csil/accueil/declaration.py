from csil.declarations import Declaration, Section

DECLARATION = Declaration(
    nom="accueil",
    modeles=(),
    quarantaine={},
    taches=(),
    sections=(
        Section("Accueil", "accueil", rang=0),
        Section("Aide", "aide", rang=80, invite="Lire ce qu’on peut dire, à qui et dans quel cadre"),
    ),
)
