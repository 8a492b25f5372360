import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee
from informations_sensibles.commun.vocabulaire import Tlp
from informations_sensibles.informations.etats import Sortie
from informations_sensibles.informations.models.etape_information import DeLInformationQuerySet


class Consentement(models.Model):
    """Keep what the service that gave an information answered when it was asked how far it may go (R18, R19).

    Written down once by who asked; the last answer stands for all those before.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    information = models.ForeignKey(
        "Information",
        models.PROTECT,
        editable=False,
        related_name="consentements",
        verbose_name="information",
    )
    demande_a = LigneGardee("service interrogé", max_length=150)
    par_qui = LigneGardee(
        "qui a répondu",
        max_length=150,
        help_text="La fonction de la personne qui engage son service, jamais son nom.",
    )
    le = models.DateField("répondu le", default=timezone.localdate)
    accorde = models.BooleanField("accordé")
    pour_transmission = models.BooleanField("pour une transmission au contact TFL", default=False)
    pour_agenda = models.BooleanField("pour l’ordre du jour de la Cellule", default=False)
    pour_cercle = models.BooleanField("pour le cercle du dossier", default=False)
    tlp = models.CharField("circulation la plus large", max_length=20, choices=Tlp, blank=True)
    conditions = LigneGardee("conditions posées", max_length=300, blank=True)
    consigne_par = auteur("consigné par")
    consigne_le = moment("consigné le")

    history = HistoricalRecords()
    objects = DeLInformationQuerySet.as_manager()

    class Meta:
        verbose_name = "réponse du service d’origine"
        verbose_name_plural = "réponses des services d’origine"
        ordering = ["-consigne_le"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accorde=True)
                | Q(pour_transmission=False, pour_agenda=False, pour_cercle=False, tlp=""),
                name="consentement_refus_sans_etendue",
                violation_error_message="Un refus ne permet rien.",
            ),
            models.CheckConstraint(
                condition=Q(accorde=False)
                | Q(pour_transmission=True)
                | Q(pour_agenda=True)
                | Q(pour_cercle=True)
                | ~Q(tlp=""),
                name="consentement_accord_etendue",
                violation_error_message="Dites ce que l’accord permet.",
            ),
        ]

    def __str__(self):
        return f"{'accord' if self.accorde else 'refus'} du {self.le:%d/%m/%Y}"

    def clean(self):
        if self.le and self.le > timezone.localdate():
            raise ValidationError({"le": "Ce jour n’est pas encore venu."})

    def permet(self, sortie) -> bool:
        return self.accorde and getattr(self, f"pour_{Sortie(sortie).value}")

    @property
    def etendue(self) -> list[str]:
        """Say what is allowed, in words."""
        permis = [
            str(self._meta.get_field(f"pour_{sortie.value}").verbose_name)
            for sortie in Sortie
            if self.permet(sortie)
        ]
        return permis + ([f"circulation jusqu’à {self.tlp}"] if self.tlp else [])
