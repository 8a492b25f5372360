from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords


class ReferenceQuerySet(models.QuerySet["ReferenceLegale"]):
    """Legal references, by whether they count today."""

    def en_vigueur(self) -> Self:
        """Keep those valid today."""
        jour = timezone.localdate()
        return self.filter(valide_du__lte=jour).filter(Q(valide_au=None) | Q(valide_au__gte=jour))


class ReferenceLegale(models.Model):
    """The way in which a law is cited between two dates: a renumbered article is changed here and nowhere else (R77)."""

    code = models.SlugField("code", help_text="Celui que les textes de la plateforme emploient.")
    intitule = models.CharField("citation", max_length=250)
    valide_du = models.DateField("valable du")
    valide_au = models.DateField("au", null=True, blank=True)
    verifiee = models.BooleanField("vérifiée par un juriste", default=False)

    history = HistoricalRecords()
    objects = ReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "référence légale"
        verbose_name_plural = "références légales"
        ordering = ["code", "-valide_du"]
        constraints = [
            models.UniqueConstraint("code", "valide_du", name="reference_unique"),
            models.CheckConstraint(
                condition=Q(valide_au=None) | Q(valide_au__gte=models.F("valide_du")),
                name="reference_dates",
                violation_error_message="La fin de validité précède son début.",
            ),
        ]

    def __str__(self) -> str:
        return self.intitule
