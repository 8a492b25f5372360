from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from partenaires.annuaire.models.rubrique import Rubrique
from partenaires.annuaire.ordre import alphabetique


class Fonction(Rubrique):
    """A function named with the organisation, such as « Fonctionnaire de prévention »: not a partner, not a person."""

    nom = models.CharField("nom", max_length=200)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "fonction"
        verbose_name_plural = "fonctions"
        ordering = alphabetique()
        constraints = [
            models.UniqueConstraint(
                "partenaire",
                Lower("nom"),
                name="fonction_unique",
                violation_error_message="Ce partenaire a déjà une fonction de ce nom.",
            )
        ]

    def __str__(self):
        return self.nom
