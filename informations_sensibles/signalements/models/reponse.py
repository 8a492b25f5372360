from django.db import models
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.models import Reponse
from informations_sensibles.signalements.visibilite import ReponseQuerySet


class ReponseSignalement(Reponse):
    """Answer a contextual report."""

    signalement = models.OneToOneField(
        "SignalementContextuel",
        models.PROTECT,
        related_name="reponse",
        editable=False,
        verbose_name="signalement contextuel",
    )

    history = HistoricalRecords()
    objects = ReponseQuerySet.as_manager()

    class Meta:
        verbose_name = "réponse au signalement contextuel"
        verbose_name_plural = "réponses aux signalements contextuels"
