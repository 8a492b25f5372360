"""What an invited person may answer."""

from django.db import models


class Reponse(models.TextChoices):
    """Says what was answered to a convocation."""

    SANS = "sans", "Sans réponse"
    PRESENT = "present", "Vient"
    EXCUSE = "excuse", "Excusé"
    REMPLACE = "remplace", "Remplacé"
