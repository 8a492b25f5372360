"""The states of a correction that was asked for."""

from django.db import models


class EtatAmendement(models.TextChoices):
    """The state of a correction: asked for, then accepted or refused."""

    PROPOSE = "propose", "En attente"
    ACCEPTE = "accepte", "Accepté"
    REFUSE = "refuse", "Refusé"
