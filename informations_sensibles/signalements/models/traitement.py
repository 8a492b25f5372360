import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee, TexteGarde
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.commun.vocabulaire import Exactitude, Fiabilite
from informations_sensibles.signalements.models.blocage import lies_a_un_signalement_ouvert


class Issue(models.TextChoices):
    """The outcomes: a report ends in exactly one (R13)."""

    POLICE = "police", "Transmis à la Police locale"
    CONCERTATION = "concertation", "Suite donnée en Concertation, comme thème, sans personne"
    PROCESSUS = "processus", "Processus rappelé au secteur"
    SANS_SUITE = "sans_suite", "Sans suite"
    HORS_CHAMP = "hors_champ", "Hors champ de la CSIL"
    DOUBLON = "doublon", "Déjà signalé"
    URGENCE = "urgence", "Réorienté vers le 112 ou la police"


class TraitementQuerySet(models.QuerySet):
    def visible_to(self, user):
        if not est_de_la_cellule(user):
            return self.none()
        return lies_a_un_signalement_ouvert(self, user)


class TraitementSignalement(models.Model):
    """What the Cellule does with a report: owner, evaluation, outcome and why. Never read by whoever reported.

    Born of the first act of a member; a report without it has no owner yet.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    signalement = models.OneToOneField(
        "SignalementContextuel",
        models.PROTECT,
        related_name="traitement",
        editable=False,
        verbose_name="signalement contextuel",
    )
    proprietaire = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="propriétaire",
    )
    pris_en_charge_le = models.DateTimeField("pris en charge le", null=True, editable=False)
    evaluation_source = models.CharField("source", max_length=1, choices=Fiabilite, default=Fiabilite.X)
    evaluation_information = models.CharField(
        "information", max_length=1, choices=Exactitude, default=Exactitude.QUATRE
    )
    evalue_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="évalué par",
    )
    evalue_le = models.DateTimeField("évalué le", null=True, editable=False)
    issue = models.CharField("issue", max_length=20, choices=Issue, blank=True)
    motif = TexteGarde("motif", max_length=1000, blank=True)
    clos_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="clos par",
    )
    clos_le = models.DateTimeField("clos le", null=True, editable=False)
    mot_propose = LigneGardee("mot à relire", max_length=300, blank=True)

    history = HistoricalRecords()
    objects = TraitementQuerySet.as_manager()

    class Meta:
        verbose_name = "traitement du signalement contextuel"
        verbose_name_plural = "traitements des signalements contextuels"
        constraints = [
            models.CheckConstraint(
                condition=Q(clos_le=None, issue="", motif="")
                | Q(clos_le__isnull=False, clos_par__isnull=False) & ~Q(issue="") & ~Q(motif=""),
                name="traitement_issue_motivee",
                violation_error_message="Une clôture a une issue et un motif.",
            )
        ]

    def __str__(self):
        return f"traitement de {self.signalement}"

    @property
    def evaluation(self) -> str:
        """« X4 »."""
        return self.evaluation_source + self.evaluation_information
