from django.db import models
from simple_history.models import HistoricalRecords


class GroupeTravail(models.Model):
    """One of the working groups, and what it is for, in the words of the source."""

    code = models.SlugField("code", max_length=60, unique=True)
    nom = models.CharField("nom", max_length=150)
    nature = models.CharField("nature", max_length=200)
    objet = models.TextField("objet", blank=True)
    ordre = models.PositiveSmallIntegerField("ordre", default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "groupe de travail"
        verbose_name_plural = "groupes de travail"
        ordering = ["ordre"]

    def __str__(self):
        return self.nom
