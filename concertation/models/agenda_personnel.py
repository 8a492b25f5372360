from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords


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
