from .action import Action, EtatAction, NoteAction
from .agenda_personnel import AgendaPersonnel
from .avis import Avis
from .compte_rendu import Addendum, Amendement, CompteRendu, CompteRenduPoint, EtatAmendement
from .convocation import Convocation, Reponse
from .decision import Decision
from .document import Document
from .manque import Manque
from .modele import InviteModele, ModeleReunion, PointModele
from .note_secretariat import NoteSecretariat
from .point import Attendu, EtatPoint, Nature, PointOrdreDuJour, Section
from .presence import Presence
from .reunion import Etat, Reunion

__all__ = [
    "Action",
    "Addendum",
    "AgendaPersonnel",
    "Amendement",
    "Attendu",
    "Avis",
    "CompteRendu",
    "CompteRenduPoint",
    "Convocation",
    "Decision",
    "Document",
    "Etat",
    "EtatAction",
    "EtatAmendement",
    "EtatPoint",
    "InviteModele",
    "Manque",
    "ModeleReunion",
    "Nature",
    "NoteAction",
    "NoteSecretariat",
    "PointModele",
    "PointOrdreDuJour",
    "Presence",
    "Reponse",
    "Reunion",
    "Section",
]
