from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from guardian.managers import UserObjectPermissionManager
from guardian.models import UserObjectPermissionBase
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee
from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.dossiers.etats import CONTRIBUER, PILOTER, VOIR


class Niveau(models.TextChoices):
    """Say what a person of the circle may do; each level holds the ones before."""

    LIRE = "lire", "Lire"
    CONTRIBUER = "contribuer", "Lire et contribuer"
    PILOTER = "piloter", "Piloter"


DROITS = {
    Niveau.LIRE: (VOIR,),
    Niveau.CONTRIBUER: (VOIR, CONTRIBUER),
    Niveau.PILOTER: (VOIR, CONTRIBUER, PILOTER),
}


class DroitQuerySet(models.QuerySet):
    def en_vigueur(self):
        return self.filter(debut__lte=Now()).filter(Q(fin=None) | Q(fin__gt=Now()))

    def lus_par(self, user, droit=VOIR):
        """Give the keys of the dossiers on which this person holds this right by name now."""
        siens = self.en_vigueur().filter(user=user, permission__codename=droit)
        return siens.order_by().values("content_object")

    def visible_to(self, user):
        """Show one's own, and those on the dossiers that one reads; out of their dates they are history."""
        if not est_de_la_cellule(user):
            return self.none()
        dossiers = self.model._meta.get_field("content_object").related_model.objects
        siens = Q(user=user, content_object__in=hors_quarantaine(dossiers.all()))
        return self.en_vigueur().filter(Q(content_object__in=dossiers.visible_to(user)) | siens)


class DroitDossier(UserObjectPermissionBase):
    """Give one right to one member of the Cellule on one dossier, for a reason, between two dates: one row per period.

    Given and taken back by the acts of « le cercle » only. guardian stores it and does not answer for it: its readers ignore dates.
    """

    content_object = models.ForeignKey(
        "Dossier", models.PROTECT, related_name="droits", verbose_name="dossier"
    )
    motif = LigneGardee("motif", max_length=250)
    debut = models.DateTimeField("début", db_default=Now())
    fin = models.DateTimeField("fin", null=True, blank=True)

    history = HistoricalRecords()
    objects = UserObjectPermissionManager.from_queryset(DroitQuerySet)()

    class Meta:
        verbose_name = "droit sur un dossier"
        verbose_name_plural = "droits sur les dossiers"
        unique_together = []
        indexes = [
            models.Index("user", "permission", "content_object", name="droit_dossier_des_gens"),
        ]
        constraints = [
            ExclusionConstraint(
                name="droit_dossier_sans_chevauchement",
                expressions=[
                    ("user", "="),
                    ("permission", "="),
                    ("content_object", "="),
                    (
                        models.Func("debut", "fin", function="tstzrange", output_field=DateTimeRangeField()),
                        "&&",
                    ),
                ],
                violation_error_message="Cette personne a déjà ce droit à ces dates.",
            ),
            models.CheckConstraint(
                condition=Q(fin=None) | Q(fin__gt=F("debut")),
                name="droit_dossier_dates",
                violation_error_message="La fin précède le début.",
            ),
        ]

    def __str__(self):
        return f"{self.user} : {self.permission.name}, {self.content_object_id}"
