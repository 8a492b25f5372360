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
from informations_sensibles.commun.permissions import DECIDENT, a_un_role


def dossiers_fermes_a(user):
    """Keys of the dossiers that are closed to this person, who speaks, whatever else opens them; they read no more of it."""
    return RawSQL("SELECT csil_dossiers_fermes(%s)", [user.pk])


def dossier_est_ferme_a(dossier, user) -> bool:
    with connection.cursor() as curseur:
        curseur.execute("SELECT %s IN (SELECT csil_dossiers_fermes(%s))", [dossier.pk, user.pk])
        return curseur.fetchone()[0]


class BlocageDossierQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The authorities who read the dossier, but for what closes a dossier to themselves."""
        if not a_un_role(user, DECIDENT):
            return self.none()
        dossiers = self.model._meta.get_field("dossier").related_model
        return self.filter(dossier__in=dossiers.objects.visible_to(user)).exclude(personne=user)

    def en_vigueur(self):
        return self.filter(leve_le=None)


class BlocageDossier(models.Model):
    """A person kept away from a dossier for a conflict of interest: asked before anything else.

    Decided by an authority who reads the dossier, lifted by another person than the one concerned.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey("Dossier", models.PROTECT, related_name="blocages", verbose_name="dossier")
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="personne"
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
    objects = BlocageDossierQuerySet.as_manager()

    class Meta:
        verbose_name = "blocage d’un dossier"
        verbose_name_plural = "blocages des dossiers"
        ordering = ["-le"]
        permissions = [("lever_blocagedossier", "Lever le blocage")]
        constraints = [
            models.UniqueConstraint(
                fields=["personne", "dossier"],
                condition=Q(leve_le=None),
                name="blocage_dossier_unique",
                violation_error_message="Cette personne est déjà tenue à l’écart.",
            ),
            models.CheckConstraint(
                condition=Q(leve_par=None, leve_le=None)
                | Q(leve_par__isnull=False, leve_le__isnull=False) & ~Q(leve_par=models.F("personne")),
                name="blocage_dossier_leve_par_un_autre",
                violation_error_message="Personne ne lève ce qui le tient à l’écart.",
            ),
        ]

    def __str__(self):
        return f"{self.personne}, {self.dossier_id}"

    def get_absolute_url(self):
        return reverse("dossier-cercle", args=[self.dossier_id])

    def droits_de(self, user) -> set[str]:
        if not a_un_role(user, DECIDENT) or user.pk == self.personne_id:
            return set()
        return {"view_blocagedossier"} | (set() if self.leve_le else {"lever_blocagedossier"})

    @classmethod
    @transaction.atomic
    def decider(cls, *, par, dossier, personne, motif):
        """From the next request on, this person knows nothing of the dossier. Its pilote is first replaced (R60)."""
        dossier._permettre("bloquer_dossier", par)
        if personne.pk == dossier.pilote_id and not dossier.est_fini:
            raise ValidationError(
                {"personne": "Cette personne pilote le dossier : confiez-le d’abord à une autre."}
            )
        blocage = cls(dossier=dossier, personne=personne, motif=motif, par=par)
        blocage.full_clean()
        blocage.save(force_insert=True)
        blocage._consigner("blocage_dossier_decide", par)
        return blocage

    @transaction.atomic
    def lever(self, *, par):
        if "lever_blocagedossier" not in self.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur ce blocage.")
        self.leve_par, self.leve_le = par, timezone.now()
        self.save(update_fields=["leve_par", "leve_le"])
        self._consigner("blocage_dossier_leve", par)

    def _consigner(self, acte, par):
        consigner(
            f"cellule.{acte}",
            self.dossier,
            par=par,
            verbe=Verbe.ATTRIBUTION,
            destinataires=[str(self.personne_id)],
        )
