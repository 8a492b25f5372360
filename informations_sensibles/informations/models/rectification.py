import uuid

from django.db import connection, models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from csil.comptes.models import Utilisateur
from csil.garde import LigneGardee, TexteGarde
from informations_sensibles.commun.permissions import NOYAU, TIENNENT, a_un_role
from informations_sensibles.informations.actes import rectification as actes
from informations_sensibles.informations.models.etape_information import DeLInformationQuerySet


class Rectification(models.Model):
    """Say what was wrong in an information, and why: the words from before stay in its history (R44)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    information = models.ForeignKey(
        "Information",
        models.PROTECT,
        editable=False,
        related_name="rectifications",
        verbose_name="information",
    )
    faux = TexteGarde("ce qui était faux", max_length=1000)
    motif = LigneGardee("d’où vient la correction", max_length=300)
    par = auteur("rectifiée par")
    le = moment("rectifiée le")

    history = HistoricalRecords()
    objects = DeLInformationQuerySet.as_manager()

    class Meta:
        verbose_name = "rectification"
        verbose_name_plural = "rectifications"
        ordering = ["-le"]

    def __str__(self):
        return f"rectification du {timezone.localtime(self.le):%d/%m/%Y}"


class ARectifierQuerySet(DeLInformationQuerySet):
    def a_faire(self):
        return self.filter(fait_le=None)


class ARectifier(models.Model):
    """Remember that somebody received the information before it was put right, and is still to be told (R44)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    information = models.ForeignKey(
        "Information",
        models.PROTECT,
        editable=False,
        related_name="a_rectifier",
        verbose_name="information",
    )
    rectification = models.ForeignKey(
        Rectification,
        models.PROTECT,
        editable=False,
        related_name="a_prevenir",
        verbose_name="rectification",
    )
    destinataire = auteur("destinataire")
    par_quoi = models.CharField("reçue par", max_length=60, editable=False)
    depuis = moment("à faire depuis")
    fait_par = auteur("prévenu par", facultatif=True)
    fait_le = models.DateTimeField("prévenu le", null=True, blank=True, editable=False)
    mot = LigneGardee("comment", max_length=300, blank=True)

    history = HistoricalRecords()
    objects = ARectifierQuerySet.as_manager()

    class Meta:
        verbose_name = "rectification à faire suivre"
        verbose_name_plural = "rectifications à faire suivre"
        ordering = ["depuis"]
        constraints = [
            models.UniqueConstraint("rectification", "destinataire", "par_quoi", name="a_rectifier_une_fois"),
            models.CheckConstraint(
                condition=Q(fait_le=None, fait_par=None, mot="")
                | Q(fait_le__isnull=False, fait_par__isnull=False) & ~Q(mot=""),
                name="a_rectifier_signe",
                violation_error_message="Dites comment la personne a été prévenue.",
            ),
        ]

    def __str__(self):
        return f"{self.par_quoi}, {self.destinataire}"

    def get_absolute_url(self):
        return reverse("a-rectifier", args=[self.pk])

    def droits_de(self, user) -> set[str]:
        """Let those who govern the information tell the recipient, once."""
        droits = {"view_arectifier"}
        if self.fait_le is None and a_un_role(user, (*TIENNENT, *NOYAU)):
            droits |= {"prevenir_arectifier"}
        return droits

    prevenir = actes.prevenir


def destinataires_passes(information) -> list[tuple[object, str]]:
    """List (account, reference of the transmission) for everybody who received this information, once for each time.

    Asked of the database: the transmissions need not be open to whoever rectifies.
    """
    with connection.cursor() as curseur:
        curseur.execute("SELECT personne, reference FROM csil_destinataires_passes(%s)", [information.pk])
        recues = curseur.fetchall()
    gens = Utilisateur.objects.in_bulk([personne for personne, _ in recues])
    return [(gens[personne], reference) for personne, reference in recues]
