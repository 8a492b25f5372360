from django.db import models
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.permissions import est_de_la_cellule, peut_signaler


class BaseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Open the list to the Cellule, and to whoever must choose one."""
        return self if est_de_la_cellule(user) or user.a_signe and peut_signaler(user) else self.none()

    def proposees(self):
        return self.filter(active=True)


class BaseParole(models.Model):
    """Name a basis on which a partner’s person speaks of somebody: kept in the Django admin, never in the code (R77)."""

    libelle = models.CharField("base", max_length=150, unique=True)
    precision = models.CharField("ce que cela demande", max_length=250, blank=True)
    reference = models.SlugField(
        "référence légale (code)", blank=True, help_text="Celui de la table des références légales."
    )
    validee = models.BooleanField("validée par un juriste", default=False)
    ordre = models.PositiveSmallIntegerField("ordre", default=10)
    active = models.BooleanField("proposée", default=True)

    history = HistoricalRecords()
    objects = BaseQuerySet.as_manager()

    class Meta:
        verbose_name = "base d’un signalement de partenaire"
        verbose_name_plural = "bases des signalements de partenaires"
        ordering = ["ordre", "libelle"]

    def __str__(self):
        return self.libelle if self.validee else f"{self.libelle} (à valider)"
