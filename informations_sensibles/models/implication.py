from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee

from .du_dossier import DuDossier


class Qualite(models.TextChoices):
    """In what quality somebody is in a dossier: a closed list (R20)."""

    SUIVIE = "suivie", "Personne suivie"
    PROCHE = "proche", "Proche"
    TEMOIN = "temoin", "Témoin"
    SIGNALANT = "signalant", "Signalant"
    VICTIME = "victime", "Victime"
    PROFESSIONNEL = "professionnel", "Professionnel"


class Implication(DuDossier):
    """Somebody in a dossier, by quality and by words that name nobody: « la mère », « l’éducatrice ».

    One person is followed in a dossier. Who they are is in `Identite`, masked.
    """

    qualite = models.CharField("qualité", max_length=15, choices=Qualite)
    designation = LigneGardee(
        "désignation", max_length=100, help_text="Sans nom : « la mère », « l’éducateur de rue »."
    )
    retiree_le = models.DateTimeField("retirée le", null=True, blank=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "personne dans le dossier"
        verbose_name_plural = "personnes dans le dossier"
        ordering = ["le"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(qualite="suivie", retiree_le=None),
                name="une_personne_suivie",
                violation_error_message="Un dossier suit une seule personne.",
            )
        ]

    def __str__(self):
        return f"{self.get_qualite_display()} ({self.designation})"
