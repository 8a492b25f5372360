from django.db import models
from simple_history.models import HistoricalRecords

from concertation.ordre_du_jour.models import PointOrdreDuJour
from csil.garde import TexteGarde
from csil.historique.versionne import Versionne


class Decision(Versionne):
    """Taken by somebody who has the power to take it, named with it."""

    point = models.ForeignKey(
        PointOrdreDuJour, models.CASCADE, related_name="decisions", verbose_name="point", editable=False
    )
    texte = TexteGarde("décision", max_length=600)
    decidee_par = models.CharField(
        "qui décide", max_length=150, help_text="La fonction qui a ce pouvoir, par exemple « Bourgmestre »."
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "décision"
        verbose_name_plural = "décisions"
        ordering = ["pk"]

    def __str__(self):
        return self.texte
