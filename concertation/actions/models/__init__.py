from concertation.actions.models.action import Action, EtatAction, NoteAction
from concertation.actions.models.avis import Avis
from concertation.actions.models.decision import Decision

__all__ = [
    "Action",
    "Avis",
    "Decision",
    "EtatAction",
    "NoteAction",
]
