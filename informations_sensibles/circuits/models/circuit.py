import uuid

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from informations_sensibles.circuits import actes
from informations_sensibles.commun.permissions import REGLENT, a_un_role, est_de_la_cellule
from informations_sensibles.commun.versions.models import AvecVersions
from informations_sensibles.commun.vocabulaire import Genre, SourceInformation

DEJA = "Ce circuit existe déjà : préparez-en une nouvelle version."


class CircuitQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()


class Circuit(AvecVersions):
    """Name what an information of this kind and source goes through, from its entry to what it may be used for.

    The table kind × source of the source text; a pair without a version in force has no circuit: what comes in waits,
    seen by the Chef de Corps and the Référent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    genre = models.CharField("genre d’information", max_length=25, choices=Genre)
    source = models.CharField("d’où elle vient", max_length=20, choices=SourceInformation)

    history = HistoricalRecords()
    objects = CircuitQuerySet.as_manager()

    class Meta:
        verbose_name = "circuit"
        verbose_name_plural = "circuits"
        ordering = ["genre", "source"]
        permissions = [("preparer_version", "Préparer une nouvelle version")]
        constraints = [
            models.UniqueConstraint("genre", "source", name="circuit_unique", violation_error_message=DEJA)
        ]

    def __str__(self):
        return f"{self.get_genre_display()}, {self.get_source_display()}"

    def get_absolute_url(self):
        return reverse("circuit", args=[self.pk])

    def droits_de(self, user) -> set[str]:
        """Let the Cellule read it, the Référent and the Chef de Corps prepare a new version."""
        droits = {"view_circuit"}
        if a_un_role(user, REGLENT) and self.en_preparation is None:
            droits |= {"preparer_version"}
        return droits

    ouvrir = classmethod(actes.ouvrir)
