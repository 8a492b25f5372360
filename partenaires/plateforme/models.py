"""What the platform's page shows: its card, the roles of its steering, and its working groups."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from partenaires.mandats.models import Mandat


class Plateforme(models.Model):
    """The platform's card, as the client gave it: one row."""

    commune = models.CharField("commune", max_length=100)
    organisme = models.CharField("organisme", max_length=200)
    province = models.CharField("province", max_length=100)
    domaine = models.CharField("domaine", max_length=200)
    prevention = models.CharField("prévention", max_length=100)
    contact = models.CharField("personne de contact", max_length=200, blank=True)
    financement = models.CharField(
        "financement", max_length=250, blank=True, help_text="Une mention, jamais un partenaire (R11)."
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "carte de la plateforme"
        verbose_name_plural = "carte de la plateforme"
        constraints = [
            models.CheckConstraint(
                condition=Q(id=1), name="plateforme_seule", violation_error_message="La carte existe déjà."
            )
        ]

    def __str__(self):
        return f"{self.domaine} de {self.commune}"

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)


class Poste(models.Model):
    """A role of the steering, held by whoever has a mandate in force on the group of that name."""

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
    """The holder of a role of the steering now: all that everybody reads of a mandate (view `partenaires_titulaire`).

    A suspended mandate still counts: the role is held, only the access is shut.
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


class GroupeTravail(models.Model):
    """One of the two working groups, and what it is for, in the words of the source."""

    code = models.SlugField("code", max_length=60, unique=True)
    nom = models.CharField("nom", max_length=150)
    nature = models.CharField("nature", max_length=200)
    objet = models.TextField("objet", blank=True)
    ordre = models.PositiveSmallIntegerField("ordre", default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "groupe de travail"
        verbose_name_plural = "groupes de travail"
        ordering = ["ordre"]

    def __str__(self):
        return self.nom
