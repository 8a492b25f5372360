"""The states of an action."""

from django.db import models


class EtatAction(models.TextChoices):
    """Where an action is: open until it is done or withdrawn."""

    OUVERTE = "ouverte", "En cours"
    FAITE = "faite", "Faite"
    RETIREE = "retiree", "Retirée"
