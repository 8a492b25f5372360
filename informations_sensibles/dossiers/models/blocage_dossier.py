from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.urls import reverse
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.models.ecart import Ecart


def dossiers_fermes_a(user):
    """Give the keys of the dossiers that are closed to this person, who speaks, whatever else opens them."""
    return RawSQL("SELECT csil_dossiers_fermes(%s)", [user.pk])


def dossier_est_ferme_a(dossier, user) -> bool:
    with connection.cursor() as curseur:
        curseur.execute("SELECT %s IN (SELECT csil_dossiers_fermes(%s))", [dossier.pk, user.pk])
        return curseur.fetchone()[0]


class BlocageDossier(Ecart):
    """Keep a person away from a dossier for a conflict of interest, whatever else opens it to them."""

    SUJET, ACTE = "dossier", "blocage_dossier"

    dossier = models.ForeignKey("Dossier", models.PROTECT, related_name="blocages", verbose_name="dossier")

    history = HistoricalRecords()

    class Meta(Ecart.Meta):
        verbose_name = "blocage d’un dossier"
        verbose_name_plural = "blocages des dossiers"
        constraints = [
            models.UniqueConstraint(
                fields=["personne", "dossier"],
                condition=Q(leve_le=None),
                name="blocage_dossier_unique",
                violation_error_message="Cette personne est déjà tenue à l’écart.",
            ),
            *Ecart.Meta.constraints,
        ]

    def get_absolute_url(self):
        return reverse("dossier-cercle", args=[self.dossier_id])
