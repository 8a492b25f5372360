from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from partenaires.annuaire.models.rubrique import Rubrique
from partenaires.annuaire.ordre import alphabetique


class Implantation(Rubrique):
    """A place where the partner works; in another commune, still the same partner."""

    nom = models.CharField("nom", max_length=200)
    adresse = models.CharField("adresse", max_length=250, blank=True)
    quartier = models.ForeignKey(
        "Quartier",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="implantations",
        verbose_name="quartier",
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "implantation"
        verbose_name_plural = "implantations"
        ordering = alphabetique()
        constraints = [
            models.UniqueConstraint(
                "partenaire",
                Lower("nom"),
                name="implantation_unique",
                violation_error_message="Ce partenaire a déjà une implantation de ce nom.",
            )
        ]

    def __str__(self):
        return self.nom
