"""What the « Historique » tab of a template tells."""

from concertation.modeles.models import InviteModele, ModeleReunion, PointModele
from csil.historique import Source

TUS = frozenset({"id", "version", "modele"})
INVITER = {"+": "a invité", "~": "a modifié l’invitation de", "-": "a retiré l’invitation de"}


def sources(modele: ModeleReunion) -> list[Source]:
    """List what tells the history of a template and of its parts."""
    return [
        Source(modele.history.all(), "le modèle", titre="", tus=TUS),
        Source(PointModele.history.filter(modele=modele), "le point", tus=TUS),
        Source(InviteModele.history.filter(modele=modele), "", gestes=INVITER, tus=TUS),
    ]
