from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.models import Ecart


class Blocage(Ecart):
    """Keep a person away from one contextual report, for a conflict of interest."""

    SUJET, ACTE = "signalement", "blocage"

    signalement = models.ForeignKey(
        "SignalementContextuel",
        models.PROTECT,
        related_name="blocages",
        verbose_name="signalement contextuel",
    )

    history = HistoricalRecords()

    class Meta(Ecart.Meta):
        verbose_name = "blocage"
        verbose_name_plural = "blocages"
        constraints = [
            *Ecart.Meta.constraints,
            models.UniqueConstraint(
                fields=["personne", "signalement"],
                condition=Q(leve_le=None),
                name="blocage_unique",
                violation_error_message="Cette personne est déjà tenue à l’écart.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("signalement", args=[self.signalement_id])
