from django.db import models
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.permissions import est_de_la_cellule


class CategorieQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()

    def proposees(self):
        return self.filter(active=True)


class CategorieDonnee(models.Model):
    """Name a category of personal data that the law lets be recorded: kept in the Django admin, never in the code (R21)."""

    libelle = models.CharField("catégorie", max_length=150, unique=True)
    ordre = models.PositiveSmallIntegerField("ordre", default=10)
    active = models.BooleanField("proposée", default=True)

    history = HistoricalRecords()
    objects = CategorieQuerySet.as_manager()

    class Meta:
        verbose_name = "catégorie de données"
        verbose_name_plural = "catégories de données"
        ordering = ["ordre", "libelle"]

    def __str__(self):
        return self.libelle
