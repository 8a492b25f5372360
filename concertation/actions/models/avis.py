from django.db import models
from simple_history.models import HistoricalRecords

from concertation.ordre_du_jour.models import PointOrdreDuJour
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne


class Avis(Versionne):
    """Collective, and binding for nobody."""

    point = models.ForeignKey(
        PointOrdreDuJour, models.CASCADE, related_name="avis", verbose_name="point", editable=False
    )
    texte = TexteGarde("avis", max_length=600)
    reserves = LigneGardee(
        "réserves",
        max_length=250,
        blank=True,
        help_text="Par exemple « sans opposition », ou ce qui ne fait pas accord.",
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "avis"
        verbose_name_plural = "avis"
        ordering = ["pk"]

    def __str__(self):
        return self.texte
