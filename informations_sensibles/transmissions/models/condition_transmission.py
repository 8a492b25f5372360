import uuid

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.comptes.liens import personne
from csil.garde import LigneGardee
from informations_sensibles.transmissions.models.information_transmise import DeLaTransmissionQuerySet


class CodeCondition(models.TextChoices):
    """Name what is looked at before a transmission leaves, one after the other (R36 to R40)."""

    VALIDEE = "validee", "Les informations sont validées et leur circuit permet de transmettre"
    ACCORD = "accord", "Le service d’origine a donné son accord"
    CONCERTATION = "finalite_458ter", "La finalité est celle de la concertation de cas"
    ENFANT = "interet_enfant", "L’intérêt de l’enfant est pesé"
    EVALUATION = "evaluation", "La nature, la date et l’évaluation sont dites"
    EMBARGO = "embargo", "Aucune autorité ne retient une information"
    NECESSAIRE = "necessaire", "Rien de plus que nécessaire"


class ConditionTransmission(models.Model):
    """Keep whether one condition of a transmission holds, and who found so. `tenue` is empty until somebody has looked.

    `derogation`: the Bourgmestre lets an information of a concertation serve another purpose, for a reason (R36).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    transmission = models.ForeignKey(
        "Transmission", models.PROTECT, editable=False, related_name="conditions", verbose_name="transmission"
    )
    code = models.CharField("condition", max_length=20, choices=CodeCondition, editable=False)
    information = models.ForeignKey(
        "Information",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="information",
    )
    tenue = models.BooleanField("tenue", null=True)
    detail = LigneGardee("précision", max_length=250, blank=True)
    derogation = models.BooleanField("dérogation du Bourgmestre", default=False, editable=False)
    constatee_par = personne("constatée par", null=True, editable=False)
    constatee_le = models.DateTimeField("constatée le", null=True, editable=False)

    history = HistoricalRecords()
    objects = DeLaTransmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "condition d’une transmission"
        verbose_name_plural = "conditions d’une transmission"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["transmission", "code", "information"],
                nulls_distinct=False,
                name="condition_transmission_unique",
            ),
            models.CheckConstraint(
                condition=Q(tenue=None, constatee_par=None, derogation=False)
                | Q(tenue__isnull=False, constatee_par__isnull=False, constatee_le__isnull=False),
                name="condition_transmission_signee",
            ),
            models.CheckConstraint(
                condition=Q(derogation=False) | ~Q(detail=""),
                name="condition_transmission_derogation",
                violation_error_message="Une dérogation a une raison.",
            ),
        ]

    def __str__(self):
        return self.get_code_display()

    @property
    def constat(self) -> str:
        """Say in a mark what stands now, for two people who look at it at once; empty until somebody has looked."""
        return "" if self.tenue is None else f"{self.constatee_par_id} {self.constatee_le.isoformat()}"

    def droits_de(self, user) -> set[str]:
        return self.transmission.droits_de(user)
