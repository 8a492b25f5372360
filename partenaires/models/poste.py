from django.db import models
from simple_history.models import HistoricalRecords


class Poste(models.Model):
    """A role of the steering. Who holds it is a mandate in force on the group of that name."""

    code = models.SlugField("code", max_length=60, unique=True)
    fonction = models.CharField("fonction", max_length=200)
    role_legal = models.CharField("rôle légal", max_length=250, blank=True)
    groupe_nom = models.CharField("groupe", max_length=150)
    ordre = models.PositiveSmallIntegerField("ordre", default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "poste de pilotage"
        verbose_name_plural = "postes de pilotage"
        ordering = ["ordre"]

    def __str__(self):
        return self.fonction
