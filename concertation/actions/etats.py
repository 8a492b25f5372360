"""The states of an action."""

from django.db import models


class EtatAction(models.TextChoices):
    """The state of an action: open until it is done or withdrawn."""

    OUVERTE = "ouverte", "En cours"
    FAITE = "faite", "Faite"
    RETIREE = "retiree", "Retirée"
