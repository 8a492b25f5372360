from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from partenaires.annuaire.models.rubrique import Rubrique
from partenaires.annuaire.ordre import alphabetique


class Nature(models.TextChoices):
    """What answers: a service, or a person."""

    SERVICE = "service", "Un service"
    PERSONNE = "personne", "Une personne"


class Contact(Rubrique):
    """A contact of a partner, called in the order of `rang`: a service or a person, and who stands in during an absence."""

    nature = models.CharField("qui est-ce ?", max_length=10, choices=Nature.choices, default=Nature.SERVICE)
    nom = models.CharField("nom", max_length=150)
    fonction = models.CharField("fonction", max_length=150, blank=True)
    service = models.ForeignKey(
        "Service", models.SET_NULL, null=True, blank=True, related_name="contacts", verbose_name="service"
    )
    telephone = models.CharField("téléphone", max_length=40, blank=True)
    courriel = models.EmailField("courriel", blank=True)
    rang = models.PositiveSmallIntegerField("ordre d’appel", default=1, help_text="1 : à joindre en premier.")
    suppleant = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="supplee",
        verbose_name="en cas d’absence",
    )
    absent_du = models.DateField("premier jour d’absence", null=True, blank=True)
    absent_au = models.DateField("dernier jour d’absence", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "contact"
        verbose_name_plural = "contacts"
        ordering = ["rang", *alphabetique()]
        constraints = [
            models.CheckConstraint(
                condition=~Q(telephone="") | ~Q(courriel=""),
                name="contact_joignable",
                violation_error_message="Donnez au moins un téléphone ou un courriel.",
            ),
            models.CheckConstraint(
                condition=Q(absent_du=None, absent_au=None)
                | Q(absent_du__isnull=False, absent_au__isnull=False, absent_au__gte=F("absent_du")),
                name="contact_absence",
                violation_error_message="Une absence a un premier et un dernier jour, dans cet ordre.",
            ),
            models.CheckConstraint(
                condition=~Q(suppleant=F("id")),
                name="contact_pas_son_suppleant",
                violation_error_message="Un contact ne peut pas se remplacer lui-même.",
            ),
        ]

    def __str__(self):
        return self.nom

    @property
    def absent(self) -> bool:
        """Say whether it is away today."""
        return bool(self.absent_du) and self.absent_du <= timezone.localdate() <= self.absent_au

    @property
    def absence_prevue(self) -> bool:
        """Say whether an absence is to come."""
        return bool(self.absent_du) and self.absent_du > timezone.localdate()

    @property
    def numero(self) -> str:
        """The number as a telephone dials it."""
        return "".join(signe for signe in self.telephone if signe.isdigit() or signe == "+")

    def clean(self):
        for champ in ("service", "suppleant"):
            autre = getattr(self, champ)
            if autre and autre.partenaire_id != self.partenaire_id:
                raise ValidationError({champ: "Choisissez parmi ceux de ce partenaire."})
