from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from concertation.groupes import GERENT
from csil.garde import LigneGardee
from csil.models.versionne import Versionne

from .point import Attendu, Nature, Section


class ModeleQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The Référent's own tools."""
        return self if user.est_membre(*GERENT) else self.none()


class ModeleReunion(Versionne):
    """What a meeting of this kind begins with: hour, place, invited people, recurring items."""

    nom = models.CharField("nom du modèle", max_length=100, unique=True)
    titre = LigneGardee("titre des réunions", max_length=150)
    heure = models.TimeField("heure de début")
    duree = models.PositiveSmallIntegerField(
        "durée en minutes", validators=[MinValueValidator(15), MaxValueValidator(600)]
    )
    lieu = models.CharField("lieu", max_length=200, blank=True)
    lien_visio = models.URLField("lien de visioconférence", blank=True)
    president = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="préside",
    )
    secretaire = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="secrétaire",
    )
    delai_propositions = models.PositiveSmallIntegerField(
        "jours avant la réunion", default=7, help_text="Les propositions se ferment ce nombre de jours avant."
    )

    history = HistoricalRecords()
    objects = ModeleQuerySet.as_manager()

    class Meta:
        verbose_name = "modèle de réunion"
        verbose_name_plural = "modèles de réunion"
        ordering = ["nom"]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("modele", args=[self.pk])

    def droits_de(self, user) -> set[str]:
        return {"view_modele", "modifier_modele"} if user.est_membre(*GERENT) else set()


class InviteModele(models.Model):
    """Somebody whom a meeting of this kind invites."""

    modele = models.ForeignKey(ModeleReunion, models.CASCADE, related_name="invites", verbose_name="modèle")
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne",
    )
    partenaire = models.ForeignKey(
        "partenaires.Partenaire",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="partenaire",
    )
    nom = models.CharField("nom ou fonction", max_length=150)
    courriel = models.EmailField("adresse électronique")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "personne invitée par le modèle"
        verbose_name_plural = "personnes invitées par le modèle"
        ordering = ["nom", "pk"]
        constraints = [models.UniqueConstraint("modele", "courriel", name="invite_modele_unique")]

    def __str__(self):
        return self.nom


class PointModele(models.Model):
    """An item with which a meeting of this kind begins."""

    modele = models.ForeignKey(ModeleReunion, models.CASCADE, related_name="points", verbose_name="modèle")
    titre = LigneGardee("titre", max_length=150)
    attendu = models.CharField(
        "ce qui est attendu", max_length=12, choices=Attendu, default=Attendu.INFORMATION
    )
    duree = models.PositiveSmallIntegerField(
        "minutes", default=10, validators=[MinValueValidator(1), MaxValueValidator(240)]
    )
    intervenant = LigneGardee("qui présente", max_length=150, blank=True)
    section = models.CharField("section", max_length=12, choices=Section, default=Section.OUVERTURE)
    nature = models.CharField("nature", max_length=12, choices=Nature, default=Nature.ORDINAIRE)
    rang = models.PositiveIntegerField("rang", default=0)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "point du modèle"
        verbose_name_plural = "points du modèle"
        ordering = ["rang", "pk"]

    def __str__(self):
        return self.titre
