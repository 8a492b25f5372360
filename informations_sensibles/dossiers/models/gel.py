from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from csil.garde import LigneGardee
from informations_sensibles.commun.permissions import NOYAU, a_un_role
from informations_sensibles.dossiers.actes import parties
from informations_sensibles.dossiers.models.du_dossier import DuDossier, DuDossierQuerySet, lien_du_dossier


class GelQuerySet(DuDossierQuerySet):
    def en_vigueur(self):
        return self.filter(leve_le=None, jusqu_au__gte=timezone.localdate())


class Gel(DuDossier):
    """Keep a dossier beyond its time, for a procedure or at the person's demand, until a day (R64)."""

    dossier = lien_du_dossier("gels")
    motif = LigneGardee("pourquoi", max_length=250)
    jusqu_au = models.DateField("jusqu’au")
    leve_par = auteur("levé par", facultatif=True)
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

    lever = parties.lever_gel
