from django.db import models
from simple_history.models import HistoricalRecords

from csil.garde import TexteGarde
from informations_sensibles.dossiers.actes import parties
from informations_sensibles.dossiers.models.du_dossier import DuDossier, lien_du_dossier


class GenreFacteur(models.TextChoices):
    RISQUE = "risque", "Facteur de risque"
    PROTECTION = "protection", "Facteur de protection"


class Facteur(DuDossier):
    """Say what weighs on the person, or protects them, side by side: in words, never a figure (R26)."""

    dossier = lien_du_dossier("facteurs")
    genre = models.CharField("genre", max_length=12, choices=GenreFacteur)
    texte = TexteGarde("ce qui est observé", max_length=600)
    retire_le = models.DateTimeField("n’est plus d’actualité depuis", null=True, blank=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "facteur"
        verbose_name_plural = "facteurs"
        ordering = ["genre", "le"]

    @property
    def est_actuel(self) -> bool:
        return self.retire_le is None

    retirer = parties.retirer_facteur

    def __str__(self):
        return f"{self.get_genre_display()} : {self.texte}"
