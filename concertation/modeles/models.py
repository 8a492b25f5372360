"""The templates of meetings: what a meeting of one kind begins with."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import GERENT
from concertation.modeles import actes
from concertation.ordre_du_jour.models import Attendu, Nature, Section
from csil.comptes.liens import personne
from csil.garde import LigneGardee
from csil.historique.versionne import Versionne


class ModeleQuerySet(models.QuerySet):
    """Finds templates by who may use them."""

    def visible_to(self, user):
        """Show templates to the Référent, whose tools they are."""
        return self if user.est_membre(*GERENT) else self.none()


class ModeleReunion(Versionne):
    """Keeps what a meeting of this kind begins with: hour, place, invited people, recurring items."""

    nom = models.CharField("nom du modèle", max_length=100, unique=True)
    titre = LigneGardee("titre des réunions", max_length=150)
    heure = models.TimeField("heure de début")
    duree = models.PositiveSmallIntegerField(
        "durée en minutes", validators=[MinValueValidator(15), MaxValueValidator(600)]
    )
    lieu = models.CharField("lieu", max_length=200, blank=True)
    lien_visio = models.URLField("lien de visioconférence", blank=True)
    president = personne("préside", null=True, blank=True)
    secretaire = personne("secrétaire", null=True, blank=True)
    delai_propositions = models.PositiveSmallIntegerField(
        "jours avant la réunion", default=7, help_text="Les propositions se ferment ce nombre de jours avant."
    )

    history = HistoricalRecords()
    objects = ModeleQuerySet.as_manager()

    modifier = actes.modifier
    inviter = actes.inviter
    desinviter = actes.desinviter
    ajouter_point = actes.ajouter_point
    deplacer = actes.deplacer
    supprimer = actes.supprimer

    class Meta:
        verbose_name = "modèle de réunion"
        verbose_name_plural = "modèles de réunion"
        ordering = ["nom"]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("modele", args=[self.pk])

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: templates are the Référent's own tools."""
        return {"view_modele", "modifier_modele"} if user.est_membre(*GERENT) else set()


class InviteModele(models.Model):
    """Keeps somebody whom a meeting of this kind invites."""

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

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: what they may with its template."""
        return self.modele.droits_de(user)


class PointModele(Versionne):
    """Keeps an item with which a meeting of this kind begins."""

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
    rang = models.PositiveIntegerField("rang", default=0, editable=False)

    history = HistoricalRecords(excluded_fields=["rang"])

    modifier = actes.modifier_point
    retirer = actes.retirer_point

    class Meta:
        verbose_name = "point du modèle"
        verbose_name_plural = "points du modèle"
        ordering = ["rang", "pk"]

    def __str__(self):
        return self.titre

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: what they may with its template."""
        return self.modele.droits_de(user)
