import uuid

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, personne
from csil.garde import LigneGardee, TexteGarde
from informations_sensibles.commun.vocabulaire import Exactitude, Fiabilite
from informations_sensibles.signalements.visibilite import TraitementQuerySet


class Issue(models.TextChoices):
    """List the outcomes of a report, which ends in exactly one (R13)."""

    POLICE = "police", "Transmis à la Police locale"
    CONCERTATION = "concertation", "Suite donnée en Concertation, comme thème, sans personne"
    PROCESSUS = "processus", "Processus rappelé au secteur"
    SANS_SUITE = "sans_suite", "Sans suite"
    HORS_CHAMP = "hors_champ", "Hors champ de la CSIL"
    DOUBLON = "doublon", "Déjà signalé"
    URGENCE = "urgence", "Réorienté vers le 112 ou la police"


class TraitementSignalement(models.Model):
    """Keep what the Cellule does with a report: owner, evaluation, outcome and why. Whoever reported never reads it.

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
    proprietaire = personne("propriétaire", null=True, blank=True)
    pris_en_charge_le = models.DateTimeField("pris en charge le", null=True, editable=False)
    evaluation_source = models.CharField("source", max_length=1, choices=Fiabilite, default=Fiabilite.X)
    evaluation_information = models.CharField(
        "information", max_length=1, choices=Exactitude, default=Exactitude.QUATRE
    )
    evalue_par = auteur("évalué par", facultatif=True)
    evalue_le = models.DateTimeField("évalué le", null=True, editable=False)
    issue = models.CharField("issue", max_length=20, choices=Issue, blank=True)
    motif = TexteGarde("motif", max_length=1000, blank=True)
    clos_par = auteur("clos par", facultatif=True)
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
        """The two grades together: « X4 »."""
        return self.evaluation_source + self.evaluation_information
