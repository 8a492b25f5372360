from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from csil.historique.versionne import Versionne
from partenaires.annuaire.models.contact import Contact


class AdresseSujet(Versionne):
    """An address of a contact for one subject: « Formations », « Accueil »."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="adresses", verbose_name="contact")
    sujet = models.CharField("sujet", max_length=120)
    courriel = models.EmailField("courriel")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "adresse par sujet"
        verbose_name_plural = "adresses par sujet"
        ordering = ["sujet"]
        constraints = [
            models.UniqueConstraint(
                "contact",
                Lower("sujet"),
                name="adresse_sujet_unique",
                violation_error_message="Ce contact a déjà une adresse pour ce sujet.",
            )
        ]

    def __str__(self):
        return self.sujet
