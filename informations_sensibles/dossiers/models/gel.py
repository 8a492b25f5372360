from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee
from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import NOYAU, a_un_role
from informations_sensibles.dossiers.models.du_dossier import DuDossier, DuDossierQuerySet


class GelQuerySet(DuDossierQuerySet):
    def en_vigueur(self):
        return self.filter(leve_le=None, jusqu_au__gte=timezone.localdate())


class Gel(DuDossier):
    """A dossier is kept beyond its time, for a procedure or at the person's demand, until a day (R64)."""

    motif = LigneGardee("pourquoi", max_length=250)
    jusqu_au = models.DateField("jusqu’au")
    leve_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="levé par",
    )
    leve_le = models.DateTimeField("levé le", null=True, blank=True, editable=False)

    history = HistoricalRecords()
    objects = GelQuerySet.as_manager()

    class Meta:
        verbose_name = "gel d’un dossier"
        verbose_name_plural = "gels des dossiers"
        ordering = ["-le"]
        constraints = [
            models.CheckConstraint(
                condition=Q(leve_le=None, leve_par=None) | Q(leve_le__isnull=False, leve_par__isnull=False),
                name="gel_leve_signe",
            )
        ]

    def __str__(self):
        return f"gel de {self.dossier}"

    def droits_de(self, user) -> set[str]:
        peut = a_un_role(user, NOYAU) and self.leve_le is None
        return {"view_gel"} | ({"lever_gel"} if peut else set())

    @classmethod
    @transaction.atomic
    def poser(cls, dossier, *, par, motif, jusqu_au):
        dossier._permettre("geler_dossier", par)
        if jusqu_au <= timezone.localdate():
            raise ValidationError({"jusqu_au": "Ce jour est déjà passé."})
        gel = cls(dossier=dossier, par=par, motif=motif, jusqu_au=jusqu_au)
        gel.full_clean()
        gel.save(force_insert=True)
        consigner("cellule.dossier_gele", dossier, par=par, verbe=Verbe.MODIFICATION)
        return gel

    @transaction.atomic
    def lever(self, *, par):
        if "lever_gel" not in self.droits_de(par):
            raise PermissionDenied("Ce gel est déjà levé.")
        self.leve_par, self.leve_le = par, timezone.now()
        self.save()
        consigner("cellule.dossier_degele", self.dossier, par=par, verbe=Verbe.MODIFICATION)
