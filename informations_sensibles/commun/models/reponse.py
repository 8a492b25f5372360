import uuid

from django.db import models

from csil.comptes.liens import moment
from csil.garde import LigneGardee
from informations_sensibles.commun.models.reponse_type import ReponseType


class Reponse(models.Model):
    """Tell whoever reported all that they are told: a sentence of the list, as it was that day, perhaps a reviewed word.

    A subclass has `signalement`, which it answers, and a history.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    modele = models.ForeignKey(
        ReponseType, models.PROTECT, related_name="+", editable=False, verbose_name="réponse type"
    )
    phrase = models.CharField("réponse", max_length=250, editable=False)
    mot = LigneGardee("mot joint", max_length=300, blank=True)
    repondu_le = moment("répondu le")

    class Meta:
        abstract = True

    def __str__(self):
        return f"réponse à {self.signalement}"

    @classmethod
    def donner(cls, signalement, modele, mot):
        """Answer the report, within the act that closes it."""
        reponse = cls(signalement=signalement, modele=modele, phrase=modele.phrase, mot=mot)
        reponse.full_clean()
        reponse.save(force_insert=True)
        return reponse
