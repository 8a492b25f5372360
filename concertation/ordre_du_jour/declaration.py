from concertation.ordre_du_jour.models import Document, NoteSecretariat, PointOrdreDuJour
from csil.declarations import Declaration

DECLARATION = Declaration(
    nom="ordre du jour",
    modeles=(Document, NoteSecretariat, PointOrdreDuJour),
    quarantaine={},
    taches=(),
)
