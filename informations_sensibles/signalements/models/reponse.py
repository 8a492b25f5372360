from django.db import models
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.models.reponse import Reponse
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.secteurs.models import CorrespondantSecteur
from informations_sensibles.signalements.models.blocage import lies_a_un_signalement_ouvert


class ReponseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As the report: the Cellule, and whoever reported."""
        ouvertes = lies_a_un_signalement_ouvert(self, user)
        if est_de_la_cellule(user):
            return ouvertes
        siens = CorrespondantSecteur.objects.secteurs_de(user)
        return ouvertes.filter(signalement__signalant=user, signalement__secteur__in=siens)


class ReponseSignalement(Reponse):
    """To a contextual report."""

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
