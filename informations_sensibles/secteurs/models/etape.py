from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee, TexteGarde
from informations_sensibles.commun.versions.models import EtapeDeVersion


class Unite(models.TextChoices):
    MINUTES = "minutes", "minutes"
    HEURES = "heures", "heures"
    JOURS = "jours", "jours"


class EtapeQuerySet(models.QuerySet):
    def visible_to(self, user):
        versions = self.model._meta.get_field("version_processus").related_model
        return self.filter(version_processus__in=versions.objects.visible_to(user))


class EtapeProcessus(EtapeDeVersion):
    """Hold one step of a process: who says what to whom, within how long, and what must not be transmitted."""

    CHAMPS = ("qui", "quoi", "a_qui", "delai_valeur", "delai_unite", "delai_mots", "ne_pas_transmettre")
    LUS = ("qui", "quoi", "a_qui", "delai", "ne_pas_transmettre")
    VERSION = "version_processus"

    version_processus = models.ForeignKey(
        "VersionProcessus", models.PROTECT, related_name="etapes", editable=False, verbose_name="version"
    )
    qui = LigneGardee("qui", max_length=150, help_text="Une fonction, jamais une personne.")
    quoi = TexteGarde("transmet quoi", max_length=600)
    a_qui = LigneGardee("à qui", max_length=150)
    delai_valeur = models.PositiveSmallIntegerField("délai", null=True, blank=True)
    delai_unite = models.CharField("unité", max_length=10, choices=Unite, blank=True)
    delai_mots = LigneGardee(
        "ou le délai en mots", max_length=80, blank=True, help_text="Par exemple : avant la fin du service."
    )
    ne_pas_transmettre = TexteGarde("ce qu’il ne faut pas transmettre", max_length=400, blank=True)

    history = HistoricalRecords()
    objects = EtapeQuerySet.as_manager()

    class Meta:
        verbose_name = "étape"
        verbose_name_plural = "étapes"
        ordering = ["ordre"]
        constraints = [
            models.UniqueConstraint(
                fields=["version_processus", "ordre"],
                name="etape_ordre_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(delai_valeur=None, delai_unite="")
                | Q(delai_valeur__isnull=False) & ~Q(delai_unite=""),
                name="etape_delai",
                violation_error_message="Un délai a un nombre et une unité.",
            ),
        ]

    def clean(self):
        if (self.delai_valeur is None) != (not self.delai_unite):
            raise ValidationError({"delai_valeur": "Donnez le nombre et l’unité, ou le délai en mots."})
        if self.delai_valeur is None and not self.delai_mots:
            raise ValidationError({"delai_mots": "Dites dans quel délai, en nombre ou en mots."})

    @property
    def delai(self) -> str:
        """Put the delay in words: « 30 minutes », « 1 jour », or those given."""
        if self.delai_valeur is None:
            return self.delai_mots
        unite = self.delai_unite if self.delai_valeur > 1 else self.delai_unite[:-1]
        return " ".join(
            filter(None, [str(self.delai_valeur), unite, self.delai_mots and f"({self.delai_mots})"])
        )
