from django.db import models
from simple_history.models import HistoricalRecords

from informations_sensibles.transmissions.models.finalite import DeReferenceQuerySet


class BaseLegale(models.Model):
    """Name a law on which a transmission may stand: kept in the Django admin; the citation is that of its code (R34, R77)."""

    libelle = models.CharField("base légale", max_length=200, unique=True)
    loi = models.SlugField(
        "référence légale", blank=True, help_text="Le code d’une référence légale de la plateforme."
    )
    ordre = models.PositiveSmallIntegerField("ordre", default=10)
    active = models.BooleanField("proposée", default=True)

    history = HistoricalRecords()
    objects = DeReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "base légale d’une transmission"
        verbose_name_plural = "bases légales des transmissions"
        ordering = ["ordre", "libelle"]

    def __str__(self):
        return self.libelle
