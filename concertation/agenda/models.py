"""The calendar feed of a person."""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from concertation.agenda import actes
from csil.actes import creer
from csil.journal import Verbe


class AgendaPersonnel(models.Model):
    """Keeps the calendar feed of one person. Its secret address is signed over `numero`; renewing it is counting one further."""

    personne = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="personne"
    )
    numero = models.PositiveIntegerField("numéro de l’adresse", default=1)

    history = HistoricalRecords()

    renouveler = actes.renouveler

    class Meta:
        verbose_name = "agenda personnel"
        verbose_name_plural = "agendas personnels"

    def __str__(self):
        return f"Agenda de {self.personne}"

    @classmethod
    def ouvrir(cls, *, par):
        """Open the feed of `par`, with its first address; the same one if it is there already."""
        deja = cls.objects.filter(personne=par).first()
        agenda = cls(personne=par)
        return deja or creer(agenda, par=par, journal="concertation.agenda_ouvert", verbe=Verbe.MODIFICATION)

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: its owner alone renews it."""
        return {"renouveler_agenda"} if user.pk == self.personne_id else set()
