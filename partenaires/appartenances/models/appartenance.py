from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords


class AppartenanceQuerySet(models.QuerySet):
    """Memberships, by whether they count today."""

    def en_vigueur(self):
        """Keep those between their dates."""
        jour = timezone.localdate()
        return self.filter(debut__lte=jour).filter(Q(fin=None) | Q(fin__gte=jour))


class Appartenance(models.Model):
    """The membership that says for which partner a person works, in which function; at most one at a time."""

    personne = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="appartenance",
        verbose_name="personne",
        error_messages={"unique": "Cette personne appartient déjà à un partenaire."},
    )
    partenaire = models.ForeignKey(
        "partenaires.Partenaire", models.PROTECT, related_name="appartenances", verbose_name="partenaire"
    )
    fonction = models.CharField("fonction", max_length=150, blank=True)
    debut = models.DateField("du", default=timezone.localdate)
    fin = models.DateField("au", null=True, blank=True)

    history = HistoricalRecords()
    objects = AppartenanceQuerySet.as_manager()

    class Meta:
        verbose_name = "appartenance à un partenaire"
        verbose_name_plural = "appartenances aux partenaires"
        constraints = [
            models.CheckConstraint(
                condition=Q(fin=None) | Q(fin__gte=F("debut")),
                name="appartenance_dates",
                violation_error_message="La fin précède le début.",
            )
        ]

    def __str__(self):
        return f"{self.personne}, {self.partenaire}"
