from django.db import models
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.models.reponse import Reponse


class ReponsePartenaireQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep the answers to the reports that this person reads."""
        signalements = self.model._meta.get_field("signalement").related_model
        return self.filter(signalement__in=signalements.objects.visible_to(user))


class ReponseSignalementPartenaire(Reponse):
    """Answer a partner’s report on a person."""

    signalement = models.OneToOneField(
        "SignalementPartenaire",
        models.PROTECT,
        related_name="reponse",
        editable=False,
        verbose_name="signalement d’un partenaire",
    )

    history = HistoricalRecords()
    objects = ReponsePartenaireQuerySet.as_manager()

    class Meta:
        verbose_name = "réponse au signalement d’un partenaire"
        verbose_name_plural = "réponses aux signalements de partenaires"
