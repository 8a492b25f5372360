import uuid

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from csil.garde import TexteGarde
from informations_sensibles.commun.permissions import lit_les_signalements_de_partenaires


class IssuePartenaire(models.TextChoices):
    """List what may become of a partner’s report: exactly one of these (R13)."""

    INFORMATION = "information", "Repris dans une information de la Cellule"
    DOSSIER = "dossier", "Joint à ce que la Cellule suit déjà"
    AIDE = "aide", "Orienté vers un service d’aide"
    POLICE = "police", "Transmis à la Police locale"
    SANS_SUITE = "sans_suite", "Sans suite"
    HORS_CHAMP = "hors_champ", "Hors champ de la CSIL"
    DOUBLON = "doublon", "Déjà signalé"
    URGENCE = "urgence", "Réorienté vers le 112 ou la police"


class SuiteQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep what is done with the reports that this person reads in the Cellule: never what they reported themselves."""
        if not lit_les_signalements_de_partenaires(user):
            return self.none()
        signalements = self.model._meta.get_field("signalement").related_model
        return self.filter(signalement__in=signalements.objects.lus_dans_la_cellule(user))


class SuiteSignalement(models.Model):
    """Keep what the Cellule does with a partner’s report: taken up, then one outcome and why. Never read by whoever reported.

    Born of the first act of the Référent; signed, and final once it is closed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    signalement = models.OneToOneField(
        "SignalementPartenaire",
        models.PROTECT,
        related_name="suite",
        editable=False,
        verbose_name="signalement d’un partenaire",
    )
    repris_par = auteur("repris par", facultatif=True)
    repris_le = models.DateTimeField("repris le", null=True, blank=True, editable=False)
    information = models.OneToOneField(
        "Information",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="suite_signalement",
        verbose_name="information",
    )
    issue = models.CharField("issue", max_length=20, choices=IssuePartenaire, blank=True)
    motif = TexteGarde("motif", max_length=1000, blank=True)
    clos_par = auteur("clos par", facultatif=True)
    clos_le = models.DateTimeField("clos le", null=True, blank=True, editable=False)

    history = HistoricalRecords()
    objects = SuiteQuerySet.as_manager()

    class Meta:
        verbose_name = "suite du signalement d’un partenaire"
        verbose_name_plural = "suites des signalements de partenaires"
        constraints = [
            models.CheckConstraint(
                condition=Q(clos_le=None, issue="", motif="")
                | Q(clos_le__isnull=False, clos_par__isnull=False) & ~Q(issue="") & ~Q(motif=""),
                name="suite_issue_motivee",
                violation_error_message="Une clôture a une issue et un motif.",
            ),
            models.CheckConstraint(
                condition=Q(repris_le=None, repris_par=None, information=None)
                | Q(repris_le__isnull=False, repris_par__isnull=False, information__isnull=False),
                name="suite_reprise_signee",
            ),
            models.CheckConstraint(
                condition=~Q(issue="information") | Q(information__isnull=False),
                name="suite_information_reprise",
                violation_error_message="Reprenez d’abord ce signalement dans une information.",
            ),
        ]

    def __str__(self):
        return f"suite de {self.signalement}"
