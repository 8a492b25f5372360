from django.db import models
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.permissions import est_de_la_cellule


class PourQui(models.TextChoices):
    """Say which kind of report a sentence answers."""

    CONTEXTUEL = "contextuel", "Un signalement contextuel"
    PARTENAIRE = "partenaire", "Un signalement de partenaire"


class ReponseTypeQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()

    def proposees(self, pour):
        return self.filter(active=True, pour=pour)


class ReponseType(models.Model):
    """Propose a sentence to answer to whoever reported: it says that something was done, never what (R42)."""

    phrase = models.CharField("phrase", max_length=250, unique=True)
    pour = models.CharField("répond à", max_length=15, choices=PourQui.choices, default=PourQui.CONTEXTUEL)
    ordre = models.PositiveSmallIntegerField("ordre", default=10)
    active = models.BooleanField("proposée", default=True)

    history = HistoricalRecords()
    objects = ReponseTypeQuerySet.as_manager()

    class Meta:
        verbose_name = "réponse type"
        verbose_name_plural = "réponses types"
        ordering = ["pour", "ordre", "phrase"]

    def __str__(self):
        return self.phrase
