from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from partenaires.mandats.models.mandat import Mandat


class Poste(models.Model):
    """A role of the steering. Who holds it is a mandate in force on the group of that name."""

    code = models.SlugField("code", max_length=60, unique=True)
    fonction = models.CharField("fonction", max_length=200)
    role_legal = models.CharField("rôle légal", max_length=250, blank=True)
    groupe_nom = models.CharField("groupe", max_length=150)
    ordre = models.PositiveSmallIntegerField("ordre", default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "poste de pilotage"
        verbose_name_plural = "postes de pilotage"
        ordering = ["ordre"]

    def __str__(self):
        return self.fonction


class Titulaire(models.Model):
    """Who holds a role of the steering now: all that everybody reads of a mandate (view `partenaires_titulaire`).

    Suspended or not: the role is held, only the access is shut.
    """

    id = models.UUIDField(primary_key=True)
    personne = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, related_name="+")
    groupe_nom = models.CharField("groupe", max_length=150)
    qualite = models.CharField("qualité", max_length=15, choices=Mandat.Qualite)
    debut = models.DateTimeField("depuis le")

    class Meta:
        managed = False
        db_table = "partenaires_titulaire"

    def __str__(self):
        return str(self.personne)
