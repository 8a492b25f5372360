from django.db import models
from simple_history.models import HistoricalRecords

from partenaires.annuaire.ordre import alphabetique


class Secteur(models.Model):
    """A sector that a partner works in: « Aide à la jeunesse », « Police »."""

    code = models.SlugField("code", max_length=60, unique=True)
    nom = models.CharField("nom", max_length=120)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "secteur"
        verbose_name_plural = "secteurs"
        ordering = alphabetique()

    def __str__(self):
        return self.nom
