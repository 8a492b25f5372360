"""The stays in the room: who was there, from when to when."""

from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.convocations.models import Convocation
from concertation.ordre_du_jour.models import PointOrdreDuJour
from concertation.presences import sejours


class Presence(models.Model):
    """Keeps a stay in the room: from an item (or the opening) to before another (or the end). Departures are the exception.

    Attendance per item is read from the order of the agenda (R50): see `concertation.presences.feuille`.
    """

    convocation = models.ForeignKey(
        Convocation, models.CASCADE, related_name="presences", verbose_name="convocation"
    )
    du_point = models.ForeignKey(
        PointOrdreDuJour,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="arrivée au point",
    )
    avant_point = models.ForeignKey(
        PointOrdreDuJour,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="partie avant le point",
    )
    arrivee_le = models.DateTimeField("arrivée à", default=timezone.now)
    depart_le = models.DateTimeField("partie à", null=True, blank=True)

    history = HistoricalRecords()

    finir = sejours.finir
    effacer = sejours.effacer

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

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: note it, like whoever notes the attendance of that person."""
        return {"pointer_presence"} if "pointer_convocation" in self.convocation.droits_de(user) else set()
