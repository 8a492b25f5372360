import uuid

from django.db import models
from simple_history.models import HistoricalRecords

from csil.classification import ChampMarquage
from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee
from informations_sensibles.commun.vocabulaire import Tlp
from informations_sensibles.transmissions.models.information_transmise import DeLaTransmissionQuerySet


class CodeRetour(models.TextChoices):
    """List what the TFL may answer: a code, with a word at most (R41)."""

    RECU = "recu", "Reçu, une suite viendra"
    TRAITE = "traite", "Traité"
    SANS_SUITE = "sans_suite", "Sans suite"
    IMPOSSIBLE = "impossible", "Pas de retour possible"


class RetourTransmissionQuerySet(DeLaTransmissionQuerySet):
    def visible_to(self, user):
        """Keep the returns of the transmissions that this person reads, their recipient included."""
        transmissions = self.model._meta.get_field("transmission").related_model
        return self.filter(transmission__in=transmissions.objects.visible_to(user))


class RetourTransmission(models.Model):
    """Keep what came back for a transmission, with its own marking: it may go less far, or further, than the transmission."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    transmission = models.ForeignKey(
        "Transmission", models.PROTECT, editable=False, related_name="retours", verbose_name="transmission"
    )
    code = models.CharField("retour", max_length=15, choices=CodeRetour)
    mot = LigneGardee("un mot", max_length=300, blank=True)
    tlp = models.CharField(
        "jusqu’où ce retour peut circuler", max_length=20, choices=Tlp, default=Tlp.AMBER_STRICT
    )
    marquage_origine = ChampMarquage()
    hors_ligne = models.BooleanField("arrivé par le réseau séparé", default=False, editable=False)
    par = auteur("écrit par")
    le = moment("reçu le")

    history = HistoricalRecords()
    objects = RetourTransmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "retour sur une transmission"
        verbose_name_plural = "retours sur les transmissions"
        ordering = ["le"]

    def __str__(self):
        return self.get_code_display()
