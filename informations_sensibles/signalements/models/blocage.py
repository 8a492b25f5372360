import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models, transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee
from csil.journal import Verbe, consigner
from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.permissions import DECIDENT, a_un_role


def lies_a_un_signalement_ouvert(queryset, user):
    """Of what hangs from a report, not what is closed to this person, nor what is in quarantine."""
    signalements = queryset.model._meta.get_field("signalement").related_model
    visibles = queryset.filter(signalement__in=hors_quarantaine(signalements.objects.all()))
    return visibles.exclude(signalement__in=fermes_a(user))


def fermes_a(user):
    """Keys of the reports that are closed to this person, who speaks, whatever else opens them; they read no more of it."""
    return RawSQL("SELECT csil_blocages(%s)", [user.pk])


def est_ferme_a(signalement, user) -> bool:
    with connection.cursor() as curseur:
        curseur.execute("SELECT %s IN (SELECT csil_blocages(%s))", [signalement.pk, user.pk])
        return curseur.fetchone()[0]


def tenus_a_l_ecart(signalement) -> set[int]:
    """Keys of those to whom this report is closed, for whoever reads it; why is the authorities' (sql/signalements.sql)."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_tenus_a_l_ecart(%s)", [signalement.pk])
        return {pk for (pk,) in curseur.fetchall()}


class BlocageQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The authorities, but for what closes a record to themselves."""
        if not a_un_role(user, DECIDENT):
            return self.none()
        return lies_a_un_signalement_ouvert(self, user).exclude(personne=user)

    def en_vigueur(self):
        return self.filter(leve_le=None)


class Blocage(models.Model):
    """A person kept away from one record for a conflict of interest: checked before anything else.

    Decided by an authority, who may keep away themselves; never lifted by the person concerned.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="blocages", verbose_name="personne"
    )
    signalement = models.ForeignKey(
        "SignalementContextuel",
        models.PROTECT,
        related_name="blocages",
        verbose_name="signalement contextuel",
    )
    motif = LigneGardee("motif", max_length=250)
    par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="décidé par"
    )
    le = models.DateTimeField("décidé le", default=timezone.now, editable=False)
    leve_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="levé par",
    )
    leve_le = models.DateTimeField("levé le", null=True, editable=False)

    history = HistoricalRecords()
    objects = BlocageQuerySet.as_manager()

    class Meta:
        verbose_name = "blocage"
        verbose_name_plural = "blocages"
        ordering = ["-le"]
        permissions = [("lever_blocage", "Lever le blocage")]
        constraints = [
            models.UniqueConstraint(
                fields=["personne", "signalement"],
                condition=Q(leve_le=None),
                name="blocage_unique",
                violation_error_message="Cette personne est déjà tenue à l’écart.",
            ),
            models.CheckConstraint(
                condition=Q(leve_par=None, leve_le=None)
                | Q(leve_par__isnull=False, leve_le__isnull=False) & ~Q(leve_par=models.F("personne")),
                name="blocage_leve_par_un_autre",
                violation_error_message="Personne ne lève ce qui le tient à l’écart.",
            ),
        ]

    def __str__(self):
        return f"{self.personne}, {self.signalement}"

    def get_absolute_url(self):
        return reverse("signalement", args=[self.signalement_id])

    def droits_de(self, user) -> set[str]:
        if not a_un_role(user, DECIDENT) or user.pk == self.personne_id:
            return set()
        return {"view_blocage"} | (set() if self.leve_le else {"lever_blocage"})

    @classmethod
    @transaction.atomic
    def decider(cls, *, par, signalement, personne, motif):
        """From the next request on, this person knows nothing of the report; if it was theirs to handle, nobody has it."""
        if "bloquer_signalement" not in signalement.droits_de(par):
            raise PermissionDenied("Une autorité qui lit ce signalement contextuel décide d’un blocage.")
        blocage = cls(signalement=signalement, personne=personne, motif=motif, par=par)
        blocage.full_clean()
        signalement.liberer_de(personne)
        blocage.save(force_insert=True)
        blocage._consigner("blocage_decide", par)
        return blocage

    @transaction.atomic
    def lever(self, *, par):
        if self.personne_id == par.pk:
            raise ValidationError("Personne ne lève ce qui le tient à l’écart.")
        if "lever_blocage" not in self.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur ce blocage.")
        self.leve_par, self.leve_le = par, timezone.now()
        self.save(update_fields=["leve_par", "leve_le"])
        self._consigner("blocage_leve", par)

    def _consigner(self, acte, par):
        consigner(
            f"cellule.{acte}",
            self.signalement,
            par=par,
            verbe=Verbe.ATTRIBUTION,
            destinataires=[str(self.personne_id)],
        )
