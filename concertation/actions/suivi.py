"""The actions that the item « Suivi des actions » takes up again at a meeting (R54)."""

from concertation.actions.models import Action


def a_suivre(reunion):
    """List the actions that were open when this meeting began, the most urgent first."""
    ouvertes = Action.objects.ouvertes_avant(reunion)
    return ouvertes.select_related("responsable", "partenaire").par_urgence()
