import uuid

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.ordre_du_jour.models.point import PointOrdreDuJour
from csil.journal import Verbe, consigner


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With its item, never by itself."""
        return self.filter(point__in=PointOrdreDuJour.objects.visible_to(user))


class Document(models.Model):
    """A file beside an item, kept in the database: saved and restored with the rest, gone with its transaction."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    point = models.ForeignKey(
        PointOrdreDuJour, models.CASCADE, related_name="documents", verbose_name="point"
    )
    nom = models.CharField("nom du fichier", max_length=150)
    genre = models.CharField("genre", max_length=100)
    taille = models.PositiveIntegerField("taille", help_text="En octets.")
    contenu = models.BinaryField("contenu")
    depose_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="déposé par"
    )
    depose_le = models.DateTimeField("déposé le", default=timezone.now, editable=False)

    history = HistoricalRecords(excluded_fields=["contenu"])
    objects = models.Manager.from_queryset(DocumentQuerySet)()

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documents"
        ordering = ["depose_le"]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("document", args=[self.pk])

    def droits_de(self, user) -> set[str]:
        """Read with its item; take away: who put it there, or the Référent, while the item can still change."""
        droits = self.point.droits_de(user)
        siens = {"view_document"} if "view_point" in droits else set()
        if "joindre_point" in droits:
            siens.add("retirer_document")
        return siens

    @classmethod
    @transaction.atomic
    def joindre(cls, *, par, point, nom, genre, octets):
        document = cls(point=point, nom=nom, genre=genre, taille=len(octets), contenu=octets, depose_par=par)
        document._history_user = par
        document.save()
        consigner("concertation.document_joint", document, par=par, verbe=Verbe.COLLECTE)
        return document

    @transaction.atomic
    def copier_vers(self, point, *, par):
        """The same file beside another item (postponed)."""
        copie = Document(
            point=point, nom=self.nom, genre=self.genre, taille=self.taille, contenu=self.contenu
        )
        copie.depose_par, copie._history_user = self.depose_par, par
        copie.save()

    @transaction.atomic
    def retirer(self, *, par):
        self._history_user = par
        consigner("concertation.document_retire", self, par=par, verbe=Verbe.EFFACEMENT)
        self.delete()
