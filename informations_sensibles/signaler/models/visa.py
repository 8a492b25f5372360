import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import IsNull
from django.urls import reverse
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee, TexteGarde
from informations_sensibles.commun.permissions import est_de_la_cellule, est_dpo
from informations_sensibles.signaler import actes, droits


class VisaQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Open it to the data protection officer, who gives it, and to the Cellule, which reads that it holds."""
        return self if est_dpo(user) or est_de_la_cellule(user) else self.none()

    def en_vigueur(self):
        return self.filter(retire_le=None)


class VisaDpo(models.Model):
    """Keep the data protection officer’s word that partners may report on a person here: without one in force, nobody may.

    Given with what it covers, withdrawn for a reason; the reports made until then stay.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    texte = TexteGarde("ce que couvre le visa", max_length=2000)
    donne_par = auteur("donné par")
    donne_le = moment("donné le")
    retire_par = auteur("retiré par", facultatif=True)
    retire_le = models.DateTimeField("retiré le", null=True, blank=True, editable=False)
    motif_retrait = LigneGardee("pourquoi il est retiré", max_length=250, blank=True, editable=False)

    history = HistoricalRecords()
    objects = VisaQuerySet.as_manager()

    droits_de = droits.du_visa
    donner = classmethod(actes.donner_visa)
    retirer = actes.retirer_visa

    class Meta:
        verbose_name = "visa des signalements de partenaires"
        verbose_name_plural = "visas des signalements de partenaires"
        ordering = ["-donne_le"]
        permissions = [("retirer_visa", "Retirer le visa")]
        constraints = [
            models.UniqueConstraint(
                IsNull(F("retire_le"), True),
                condition=Q(retire_le=None),
                name="un_visa_en_vigueur",
                violation_error_message="Un visa est déjà en vigueur.",
            ),
            models.CheckConstraint(
                condition=Q(retire_par=None, retire_le=None, motif_retrait="")
                | Q(retire_par__isnull=False, retire_le__isnull=False) & ~Q(motif_retrait=""),
                name="visa_retire_motive",
                violation_error_message="Un visa se retire pour une raison.",
            ),
        ]

    def __str__(self):
        return "visa"

    def get_absolute_url(self):
        return reverse("visa")
