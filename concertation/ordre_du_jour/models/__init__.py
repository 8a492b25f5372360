from concertation.ordre_du_jour.etats import Attendu, EtatPoint, Nature, Section
from concertation.ordre_du_jour.models.document import Document
from concertation.ordre_du_jour.models.note_secretariat import NoteSecretariat
from concertation.ordre_du_jour.models.point import PointOrdreDuJour

__all__ = [
    "Attendu",
    "Document",
    "EtatPoint",
    "Nature",
    "NoteSecretariat",
    "PointOrdreDuJour",
    "Section",
]
