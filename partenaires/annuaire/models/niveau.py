from django.db import models
from simple_history.models import HistoricalRecords

from partenaires.annuaire.ordre import alphabetique


class Niveau(models.Model):
    """The level of government, or the kind of body, that a partner belongs to: « Ville de Liège », « Associatif »."""

    AUTRE_COMMUNE = "autre_commune"

    code = models.SlugField("code", max_length=60, unique=True)
    nom = models.CharField("nom", max_length=120)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "niveau"
        verbose_name_plural = "niveaux"
        ordering = alphabetique()

    def __str__(self):
        return self.nom
