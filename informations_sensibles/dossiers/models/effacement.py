from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import NOYAU, a_un_role
from informations_sensibles.dossiers.models.du_dossier import DuDossier, DuDossierQuerySet


class Decision(models.TextChoices):
    EFFACER = "effacer", "L’effacer"
    GARDER = "garder", "Le garder encore"


class EffacementQuerySet(DuDossierQuerySet):
    def visible_to(self, user):
        return super().visible_to(user) if a_un_role(user, NOYAU) else self.none()

    def en_attente(self):
        return self.filter(decision="")

    def a_executer(self):
        """Decided, and not done: what the command does, once more looking at time and holds."""
        return self.filter(decision=Decision.EFFACER, efface_le=None)


class Effacement(DuDossier):
    """Erasing a dossier whose time is over: one of the legal core proposes it, another decides, the server does it (R63)."""

    decision = models.CharField("décision", max_length=10, choices=Decision, blank=True, editable=False)
    decide_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="décidé par",
    )
    decide_le = models.DateTimeField("décidé le", null=True, blank=True, editable=False)
    efface_le = models.DateTimeField("effacé le", null=True, blank=True, editable=False)

    history = HistoricalRecords()
    objects = EffacementQuerySet.as_manager()

    class Meta:
        verbose_name = "effacement d’un dossier"
        verbose_name_plural = "effacements des dossiers"
        ordering = ["-le"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(decision="") | Q(decision="effacer"),
                name="un_effacement_ouvert",
                violation_error_message="L’effacement de ce dossier est déjà proposé.",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decide_par=None)
                | Q(decide_par__isnull=False, decide_le__isnull=False)
                & ~Q(decision="")
                & ~Q(decide_par=F("par")),
                name="effacement_deux_personnes",
                violation_error_message="Une autre personne que celle qui propose décide.",
            ),
        ]

    def __str__(self):
        return f"effacement de {self.dossier}"

    def droits_de(self, user) -> set[str]:
        """The other of the legal core decides; the one who proposed waits."""
        peut = a_un_role(user, NOYAU) and self.decision == "" and user.pk != self.par_id
        return {"view_effacement"} | ({"decider_effacement"} if peut else set())

    @classmethod
    @transaction.atomic
    def proposer(cls, dossier, *, par):
        """Raises ValidationError while something holds it, or when it is proposed already."""
        dossier._permettre("effacer_dossier", par)
        if not type(dossier).objects.a_effacer().filter(pk=dossier.pk).exists():
            raise ValidationError("Ce dossier est gelé : il ne s’efface pas avant la fin du gel.")
        effacement = cls(dossier=dossier, par=par)
        effacement.full_clean()
        effacement.save(force_insert=True)
        consigner("cellule.effacement_propose", dossier, par=par, verbe=Verbe.MODIFICATION)
        return effacement

    @transaction.atomic
    def decider(self, *, par, decision):
        if "decider_effacement" not in self.droits_de(par):
            raise PermissionDenied(
                "Cet effacement est déjà décidé, ou c’est à une autre personne de le décider."
            )
        self.decision, self.decide_par, self.decide_le = decision, par, timezone.now()
        self.full_clean()
        self.save()
        verbe = Verbe.EFFACEMENT if decision == Decision.EFFACER else Verbe.MODIFICATION
        consigner("cellule.effacement_decide", self.dossier, par=par, verbe=verbe, motif=decision)
