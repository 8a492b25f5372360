import uuid

from django.db import models, transaction
from django.urls import reverse
from simple_history.models import HistoricalRecords

from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import REGLENT, a_un_role, est_de_la_cellule
from informations_sensibles.commun.versions import AvecVersions
from informations_sensibles.commun.vocabulaire import Genre, SourceInformation

DEJA = "Ce circuit existe déjà : préparez-en une nouvelle version."


class CircuitQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()


class Circuit(AvecVersions):
    """What an information of this kind and from this source goes through, from its entry to what it may be used for.

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
        """Read by the Cellule; written by the Référent and the Chef de Corps."""
        droits = {"view_circuit"}
        if a_un_role(user, REGLENT) and self.en_preparation is None:
            droits |= {"preparer_version"}
        return droits

    @classmethod
    @transaction.atomic
    def ouvrir(cls, *, par, genre, source):
        """A circuit and its first draft, still without steps. Raises ValidationError if the pair has one."""
        circuit = cls(genre=genre, source=source)
        circuit.full_clean()
        circuit.save(force_insert=True)
        consigner("cellule.circuit_ouvert", circuit, par=par, verbe=Verbe.COLLECTE)
        circuit.nouveau_brouillon(par=par)
        return circuit
