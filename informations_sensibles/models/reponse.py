import uuid

from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee
from informations_sensibles.permissions import est_de_la_cellule

from .blocage import lies_a_un_signalement_ouvert
from .correspondant import CorrespondantSecteur
from .reponse_type import ReponseType


class ReponseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As the report: the Cellule, and whoever reported."""
        ouvertes = lies_a_un_signalement_ouvert(self, user)
        if est_de_la_cellule(user):
            return ouvertes
        siens = CorrespondantSecteur.objects.secteurs_de(user)
        return ouvertes.filter(signalement__signalant=user, signalement__secteur__in=siens)


class Reponse(models.Model):
    """All that whoever reported is told: a sentence of the list, as it was that day, and perhaps a word that was reviewed.

    What it answers is the subclass’s `signalement`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    modele = models.ForeignKey(
        ReponseType, models.PROTECT, related_name="+", editable=False, verbose_name="réponse type"
    )
    phrase = models.CharField("réponse", max_length=250, editable=False)
    mot = LigneGardee("mot joint", max_length=300, blank=True)
    repondu_le = models.DateTimeField("répondu le", default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return f"réponse à {self.signalement}"

    @classmethod
    def donner(cls, signalement, modele, mot):
        reponse = cls(signalement=signalement, modele=modele, phrase=modele.phrase, mot=mot)
        reponse.full_clean()
        reponse.save(force_insert=True)
        return reponse


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


class ReponsePartenaireQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As the report itself."""
        signalements = self.model._meta.get_field("signalement").related_model
        return self.filter(signalement__in=signalements.objects.visible_to(user))


class ReponseSignalementPartenaire(Reponse):
    """To a partner’s report on a person."""

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
