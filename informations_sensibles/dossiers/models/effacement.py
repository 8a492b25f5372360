from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from informations_sensibles.commun.permissions import NOYAU, a_un_role
from informations_sensibles.dossiers.actes import parties
from informations_sensibles.dossiers.models.du_dossier import DuDossier, DuDossierQuerySet, lien_du_dossier


class Decision(models.TextChoices):
    EFFACER = "effacer", "L’effacer"
    GARDER = "garder", "Le garder encore"


class EffacementQuerySet(DuDossierQuerySet):
    def visible_to(self, user):
        return super().visible_to(user) if a_un_role(user, NOYAU) else self.none()

    def en_attente(self):
        return self.filter(decision="")

    def a_executer(self):
        """Keep what is decided, and not done: what the command does, once more looking at time and holds."""
        return self.filter(decision=Decision.EFFACER, efface_le=None)


class Effacement(DuDossier):
    """Erase a dossier whose time is over: one of the legal core proposes it, another decides, the server does it (R63)."""

    dossier = lien_du_dossier("effacements")
    decision = models.CharField("décision", max_length=10, choices=Decision, blank=True, editable=False)
    decide_par = auteur("décidé par", facultatif=True)
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
        """Let the other of the legal core decide; the one who proposed waits."""
        peut = a_un_role(user, NOYAU) and self.decision == "" and user.pk != self.par_id
        return {"view_effacement"} | ({"decider_effacement"} if peut else set())

    @property
    def est_a_executer(self) -> bool:
        return self.decision == Decision.EFFACER and self.efface_le is None

    decider = parties.decider_effacement
