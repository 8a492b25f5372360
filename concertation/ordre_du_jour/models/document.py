"""The file beside an item."""

import uuid

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from concertation.ordre_du_jour.actes import document as actes
from concertation.ordre_du_jour.models.point import PointOrdreDuJour
from csil.comptes.liens import moment, personne


class DocumentQuerySet(models.QuerySet):
    """Finds documents by who may read them."""

    def visible_to(self, user):
        """Show documents with their item, never by themselves."""
        return self.filter(point__in=PointOrdreDuJour.objects.visible_to(user))


class Document(models.Model):
    """Keeps a file beside an item, in the database: saved and restored with the rest, gone with its transaction."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    point = models.ForeignKey(
        PointOrdreDuJour, models.CASCADE, related_name="documents", verbose_name="point"
    )
    nom = models.CharField("nom du fichier", max_length=150)
    genre = models.CharField("genre", max_length=100)
    taille = models.PositiveIntegerField("taille", help_text="En octets.")
    contenu = models.BinaryField("contenu")
    depose_par = personne("déposé par")
    depose_le = moment("déposé le")

    history = HistoricalRecords(excluded_fields=["contenu"])
    objects = models.Manager.from_queryset(DocumentQuerySet)()

    retirer = actes.retirer

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documents"
        ordering = ["depose_le"]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("document", args=[self.pk])

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: read it with its item; take it away, like whoever may change the item."""
        droits = self.point.droits_de(user)
        siens = {"view_document"} if "view_point" in droits else set()
        if "joindre_point" in droits:
            siens.add("retirer_document")
        return siens

    def copie_pour(self, point) -> "Document":
        """Make the same file beside another item (postponed), not saved yet."""
        repris = ("nom", "genre", "taille", "contenu", "depose_par")
        return Document(point=point, **{nom: getattr(self, nom) for nom in repris})
