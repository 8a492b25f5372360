from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from partenaires.annuaire.ordre import alphabetique


class Quartier(models.Model):
    """A neighbourhood where an offer is given, or a place stands: « Saint-Léonard »."""

    nom = models.CharField("nom", max_length=80)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "quartier"
        verbose_name_plural = "quartiers"
        ordering = alphabetique()
        constraints = [
            models.UniqueConstraint(
                Lower("nom"), name="quartier_unique", violation_error_message="Ce quartier existe déjà."
            )
        ]

    def __str__(self):
        return self.nom
