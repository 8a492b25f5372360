from concertation.agenda.models import AgendaPersonnel
from csil.declarations import Declaration, Rubrique

DECLARATION = Declaration(
    nom="agenda",
    modeles=(AgendaPersonnel,),
    quarantaine={},
    taches=(),
    rubriques=(Rubrique("concertation", "Mon agenda", "mon-agenda", 70),),
)
