import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes import groupes
from csil.comptes.liens import personne as lien
from partenaires.mandats import actes

# Whose mandate asks for a clearance of level SECRET: the police members of the Cellule (R05).
POLICIERS = (groupes.CHEF_DE_CORPS, groupes.OFFICIER)
BIENTOT = timedelta(days=60)


class AttestationHabilitation(models.Model):
    """The security clearance of a police member: a yes and a date, never the document (R05).

    Attested by another person in authority; the last one counts, none is changed: the next one replaces it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="attestations", verbose_name="personne"
    )
    valable_jusqu_au = models.DateField("valable jusqu’au")
    attestee_par = lien("attestée par")
    attestee_le = models.DateTimeField("attestée le", default=timezone.now)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "habilitation de niveau SECRET"
        verbose_name_plural = "habilitations de niveau SECRET"
        ordering = ["-attestee_le"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(attestee_par=models.F("personne")),
                name="attestation_deux_personnes",
                violation_error_message="Personne n’atteste sa propre habilitation.",
            )
        ]

    def __str__(self):
        return f"{self.personne}, {self.valable_jusqu_au:%d/%m/%Y}"

    @property
    def tient(self) -> bool:
        """Say whether the clearance is still valid today."""
        return self.valable_jusqu_au >= timezone.localdate()

    @property
    def finit_bientot(self) -> bool:
        """Say whether it lapses within 60 days."""
        return self.tient and self.valable_jusqu_au - timezone.localdate() <= BIENTOT

    attester = classmethod(actes.attester)


def attestation_de(personne) -> AttestationHabilitation | None:
    """Find the attestation that counts, the last one; reads `personne.attestations` as it was prefetched, if it was."""
    return next(iter(personne.attestations.all()), None)
