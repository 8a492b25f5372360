import uuid

from django.db import models
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee, TexteGarde
from informations_sensibles.commun.permissions import NOYAU, a_un_role


class PassageMasqueQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show them, of who reads the information, to the legal core, and whoever masked the passage."""
        informations = self.model._meta.get_field("information").related_model
        lus = self.filter(information__in=informations.objects.visible_to(user))
        return lus if a_un_role(user, NOYAU) else lus.filter(par=user)


class PassageMasque(models.Model):
    """Keep for the few the words from before a passage was taken out of an information (F13).

    Past versions of the information from before the mask are read by the same few.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    information = models.ForeignKey(
        "Information",
        models.PROTECT,
        editable=False,
        related_name="passages_masques",
        verbose_name="information",
    )
    avant = TexteGarde("synthèse d’avant", max_length=2000, editable=False)
    motif = LigneGardee("motif", max_length=250)
    par = auteur("masqué par")
    le = moment("masqué le")

    history = HistoricalRecords()
    objects = PassageMasqueQuerySet.as_manager()

    class Meta:
        verbose_name = "passage masqué"
        verbose_name_plural = "passages masqués"
        ordering = ["-le"]

    def __str__(self):
        return "passage masqué"
