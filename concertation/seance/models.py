from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.convocations.models import Convocation
from concertation.ordre_du_jour.models import PointOrdreDuJour


class Presence(models.Model):
    """A stay in the room: from an item (or the opening) to before another (or the end). Departures are the exception.

    Attendance per item is read from the order of the agenda (R50): see `concertation.seance.presences`.
    """

    convocation = models.ForeignKey(
        Convocation, models.CASCADE, related_name="presences", verbose_name="convocation"
    )
    du_point = models.ForeignKey(
        PointOrdreDuJour, models.PROTECT, null=True, related_name="+", verbose_name="arrivée au point"
    )
    avant_point = models.ForeignKey(
        PointOrdreDuJour, models.PROTECT, null=True, related_name="+", verbose_name="partie avant le point"
    )
    arrivee_le = models.DateTimeField("arrivée à", default=timezone.now)
    depart_le = models.DateTimeField("partie à", null=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "présence"
        verbose_name_plural = "présences"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["convocation"],
                condition=models.Q(depart_le=None),
                name="presence_une_a_la_fois",
                violation_error_message="Cette personne est déjà notée présente.",
            )
        ]

    def __str__(self):
        return f"{self.convocation.representant}"
