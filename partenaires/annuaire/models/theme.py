from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from partenaires.annuaire.ordre import alphabetique


class Theme(models.Model):
    """A subject that an offer is about: « Décrochage scolaire »."""

    nom = models.CharField("nom", max_length=80)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "thème"
        verbose_name_plural = "thèmes"
        ordering = alphabetique()
        constraints = [
            models.UniqueConstraint(
                Lower("nom"), name="theme_unique", violation_error_message="Ce thème existe déjà."
            )
        ]

    def __str__(self):
        return self.nom
