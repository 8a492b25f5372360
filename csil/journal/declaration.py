from csil.declarations import Declaration
from csil.journal.models import EntreeJournal

DECLARATION = Declaration(
    nom="journal",
    modeles=(EntreeJournal,),
    quarantaine={},
    taches=(),
)
