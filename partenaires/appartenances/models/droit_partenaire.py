from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from guardian.managers import UserObjectPermissionManager
from guardian.models import UserObjectPermissionBase
from simple_history.models import HistoricalRecords

from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.models.appartenance import Appartenance

TENIR = "tenir_partenaire"


class DroitQuerySet(models.QuerySet):
    """Rights on partners' records, by whether they count now."""

    def en_vigueur(self):
        """Keep those between their dates."""
        return self.filter(debut__lte=Now()).filter(Q(fin=None) | Q(fin__gt=Now()))

    def exerces(self):
        """Keep those in force whose holder still belongs to that partner."""
        appartenance = Appartenance.objects.en_vigueur().filter(
            personne=models.OuterRef("user"), partenaire=models.OuterRef("content_object")
        )
        return self.en_vigueur().filter(models.Exists(appartenance))

    def tenues(self):
        """Keep the exercised rights to keep a record, the oldest first, with their holders."""
        exerces = self.exerces().filter(permission__codename=TENIR)
        return exerces.select_related("user").order_by("debut")


class DroitPartenaire(UserObjectPermissionBase):
    """A right given to one person on one partner's record, between two dates: one row per period.

    guardian stores it and does not answer for it: its readers ignore dates.
    """

    content_object = models.ForeignKey(
        Partenaire, models.CASCADE, related_name="droits", verbose_name="partenaire"
    )
    debut = models.DateTimeField("début", db_default=Now())
    fin = models.DateTimeField("fin", null=True, blank=True)

    history = HistoricalRecords()
    objects = UserObjectPermissionManager.from_queryset(DroitQuerySet)()

    class Meta:
        verbose_name = "droit sur une fiche"
        verbose_name_plural = "droits sur les fiches"
        unique_together = []
        constraints = [
            ExclusionConstraint(
                name="droit_partenaire_sans_chevauchement",
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
                name="droit_partenaire_dates",
                violation_error_message="La fin précède le début.",
            ),
        ]

    def __str__(self):
        return f"{self.user} : {self.permission.name}, {self.content_object}"

    @property
    def dernier_jour(self):
        """The last day on which it holds to the end."""
        return self.fin and self.fin - timedelta(seconds=1)


def partenaires_tenus(personne):
    """Find the partners whose record `personne` keeps now."""
    tenues = DroitPartenaire.objects.tenues().filter(user=personne)
    return Partenaire.objects.filter(pk__in=tenues.order_by().values("content_object"))
