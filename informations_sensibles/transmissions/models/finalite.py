from django.db import models
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.permissions import est_contact_tfl, est_de_la_cellule


class But(models.TextChoices):
    """List what a transmission may be for: nothing else can be chosen, the side uses least of all (R38)."""

    TERRORISME = "terrorisme", "Prévention des infractions terroristes"
    INTEGRITE = "integrite", "Protection de l’intégrité physique ou psychique"


# Recalled wherever a purpose is chosen.
USAGES_INTERDITS = (
    "Logement, allocations, aide sociale, sanction, dossier du personnel : aucun de ces usages n’est permis, ni ici ni "
    "chez qui reçoit."
)


class DeReferenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Open the list to the Cellule, and to the contact TFL, who reads what was transmitted to it."""
        return self if est_de_la_cellule(user) or est_contact_tfl(user) else self.none()

    def proposees(self):
        return self.filter(active=True)


class Finalite(models.Model):
    """Say how one of the purposes is called, and in which law: kept in the Django admin, with its history (R38, R77)."""

    but = models.CharField("but", max_length=15, choices=But, unique=True)
    libelle = models.CharField("finalité", max_length=150)
    loi = models.SlugField(
        "référence légale", blank=True, help_text="Le code d’une référence légale de la plateforme."
    )
    concertation = models.BooleanField(
        "celle d’une concertation de cas (458ter)",
        default=True,
        help_text="Ce qui est né dans une concertation de cas peut être transmis pour elle.",
    )
    ordre = models.PositiveSmallIntegerField("ordre", default=10)
    active = models.BooleanField("proposée", default=True)

    history = HistoricalRecords()
    objects = DeReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "finalité d’une transmission"
        verbose_name_plural = "finalités des transmissions"
        ordering = ["ordre", "libelle"]

    def __str__(self):
        return self.libelle
