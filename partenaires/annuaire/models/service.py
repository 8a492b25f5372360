from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from partenaires.annuaire.models.rubrique import Rubrique
from partenaires.annuaire.ordre import alphabetique


class Service(Rubrique):
    """A unit of a partner: « Renseignements généraux » at the Police locale."""

    nom = models.CharField("nom", max_length=200)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "service"
        verbose_name_plural = "services"
        ordering = alphabetique()
        constraints = [
            models.UniqueConstraint(
                "partenaire",
                Lower("nom"),
                name="service_unique",
                violation_error_message="Ce partenaire a déjà un service de ce nom.",
            )
        ]

    def __str__(self):
        return self.nom
