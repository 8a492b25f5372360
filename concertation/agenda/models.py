from django.conf import settings
from django.db import models, transaction
from simple_history.models import HistoricalRecords

from csil.journal import Verbe, consigner


class AgendaPersonnel(models.Model):
    """The calendar feed of one person. Its secret address is signed over `numero`; renewing it is counting one further."""

    personne = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="personne"
    )
    numero = models.PositiveIntegerField("numéro de l’adresse", default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "agenda personnel"
        verbose_name_plural = "agendas personnels"

    def __str__(self):
        return f"Agenda de {self.personne}"

    @classmethod
    @transaction.atomic
    def ouvrir(cls, *, par):
        """The feed of `par`, with its first address; the same one if it is there already."""
        agenda = cls.objects.filter(personne=par).first()
        if agenda is None:
            agenda = cls(personne=par)
            agenda._enregistrer("agenda_ouvert", par)
        return agenda

    @transaction.atomic
    def renouveler(self, *, par):
        """Another address; whoever follows the former one gets nothing any more."""
        self.numero += 1
        self._enregistrer("agenda_renouvele", par)

    def _enregistrer(self, acte, par):
        self._history_user = par
        self.save()
        consigner(f"concertation.{acte}", self, par=par, verbe=Verbe.MODIFICATION)
