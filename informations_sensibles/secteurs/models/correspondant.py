import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from simple_history.models import HistoricalRecords

from informations_sensibles.commun.permissions import est_de_la_cellule, est_point_de_contact
from informations_sensibles.secteurs import actes
from informations_sensibles.secteurs.models.rubrique import Rubrique, du_secteur


class CorrespondantQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()

    def lisibles_par(self, user):
        """Keep what the policy shows: one's own rows too, by which one's sectors are found."""
        return self if est_de_la_cellule(user) else self.filter(personne=user)

    def en_vigueur(self):
        return self.filter(debut__lte=Now()).filter(Q(fin=None) | Q(fin__gt=Now()))

    def secteurs_de(self, user):
        """Name the keys of the sectors for which this person answers now; none without group and undertaking."""
        if not est_point_de_contact(user):
            return self.none().values("secteur")
        return self.en_vigueur().filter(personne=user).values("secteur")


class CorrespondantSecteur(Rubrique):
    """Let a person of a sector, who has an account, read its process and report what happens there.

    Opens something only together with the group « Points de contact sectoriels », given by an administrator: two
    people, never the one concerned.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    secteur = du_secteur("correspondants")
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="correspondances", verbose_name="personne"
    )
    fonction = models.CharField("fonction", max_length=150)
    debut = models.DateTimeField("du", default=timezone.now)
    fin = models.DateTimeField("au", null=True, blank=True)

    history = HistoricalRecords()
    objects = CorrespondantQuerySet.as_manager()

    class Meta:
        verbose_name = "personne du secteur"
        verbose_name_plural = "personnes du secteur"
        ordering = ["personne__nom", "debut"]
        permissions = [("terminer_correspondance", "Mettre fin à la correspondance")]
        constraints = [
            models.CheckConstraint(
                condition=Q(fin=None) | Q(fin__gte=F("debut")),
                name="correspondant_dates",
                violation_error_message="La fin précède le début.",
            ),
            ExclusionConstraint(
                name="correspondant_sans_chevauchement",
                expressions=[
                    ("personne", "="),
                    ("secteur", "="),
                    (
                        models.Func("debut", "fin", function="tstzrange", output_field=DateTimeRangeField()),
                        "&&",
                    ),
                ],
                violation_error_message="Cette personne répond déjà pour ce secteur à ces dates.",
            ),
        ]

    def __str__(self):
        return f"{self.personne}, {self.secteur}"

    @property
    def est_en_vigueur(self) -> bool:
        maintenant = timezone.now()
        return self.debut <= maintenant and (self.fin is None or self.fin > maintenant)

    @property
    def dernier_jour(self):
        """The last whole day on which the designation holds."""
        return self.fin and self.fin - timedelta(seconds=1)

    def droits_de(self, user) -> set[str]:
        """Let who keeps the sector end it, never the person whose own it is."""
        droits = super().droits_de(user)
        if (
            "tenir_secteur" in droits
            and user.pk != self.personne_id
            and (self.fin is None or self.est_en_vigueur)
        ):
            droits = droits | {"terminer_correspondance"}
        return droits

    designer = classmethod(actes.designer_correspondant)
    terminer = actes.terminer
