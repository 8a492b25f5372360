from csil.declarations import Declaration, Rubrique

DECLARATION = Declaration(
    nom="assiduité",
    modeles=(),
    quarantaine={},
    taches=(),
    rubriques=(Rubrique("concertation", "Assiduité", "assiduite", 80),),
)
