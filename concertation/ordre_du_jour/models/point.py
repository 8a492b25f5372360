"""The item of an agenda."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from concertation.ordre_du_jour.actes import point as actes
from concertation.ordre_du_jour.droits import droits_de
from concertation.ordre_du_jour.etats import EN_ATTENTE, Attendu, EtatPoint, Nature, Section
from concertation.ordre_du_jour.visibilite import PointQuerySet
from concertation.reunions.models import Reunion
from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne


class PointOrdreDuJour(Versionne):
    """Keeps an item: proposed by a partner or added by the Référent, then on the agenda, refused or postponed."""

    reunion = models.ForeignKey(
        Reunion,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="points",
        verbose_name="réunion",
        editable=False,
    )
    titre = LigneGardee("titre", max_length=150)
    attendu = models.CharField("ce qui est attendu", max_length=12, choices=Attendu, default=Attendu.ECHANGE)
    duree = models.PositiveSmallIntegerField(
        "minutes souhaitées", default=15, validators=[MinValueValidator(1), MaxValueValidator(240)]
    )
    intervenant = LigneGardee(
        "qui présente", max_length=150, blank=True, help_text="Une fonction ou un service de la Concertation."
    )
    pourquoi = TexteGarde(
        "pourquoi maintenant",
        max_length=1200,
        blank=True,
        help_text="Ce que le groupe doit savoir pour préparer ce point.",
    )
    section = models.CharField("section", max_length=12, choices=Section, default=Section.NOUVEAUX)
    nature = models.CharField(
        "nature", max_length=12, choices=Nature, default=Nature.ORDINAIRE, editable=False
    )
    rang = models.PositiveIntegerField("rang", default=0, editable=False)
    etat = models.CharField(
        "état", max_length=12, choices=EtatPoint, default=EtatPoint.PROPOSE, editable=False
    )
    partenaire = models.ForeignKey(
        "partenaires.Partenaire",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="partenaire",
    )
    propose_par = auteur("proposé par")
    propose_le = moment("proposé le")
    reponse = TexteGarde("réponse du Référent", max_length=600, blank=True, editable=False)
    repondu_le = models.DateTimeField("répondu le", null=True, editable=False)
    motif_tardif = TexteGarde(
        "pourquoi si tard",
        max_length=600,
        blank=True,
        help_text="L’ordre du jour est arrêté : dites ce qui ne peut attendre.",
    )
    reporte_de = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="suite", verbose_name="reporté de"
    )
    commence_le = models.DateTimeField("commencé le", null=True, editable=False)

    history = HistoricalRecords(excluded_fields=["rang"])
    objects = PointQuerySet.as_manager()

    droits_de = droits_de
    modifier = actes.modifier
    accepter = actes.accepter
    demander = actes.demander
    refuser = actes.refuser
    retirer = actes.retirer
    reporter = actes.reporter
    transmettre = actes.transmettre
    rejoindre = actes.rejoindre
    placer = actes.placer
    commencer = actes.commencer
    joindre = actes.joindre

    class Meta:
        verbose_name = "point de l’ordre du jour"
        verbose_name_plural = "points de l’ordre du jour"
        ordering = ["rang", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reunion__isnull=False) | Q(etat__in=[EtatPoint.PROPOSE, EtatPoint.RETIRE]),
                name="point_sans_reunion",
                violation_error_message="Un point sans réunion attend la prochaine.",
            ),
            models.CheckConstraint(
                condition=~Q(etat__in=[EtatPoint.REFUSE, EtatPoint.A_COMPLETER]) | ~Q(reponse=""),
                name="point_reponse",
                violation_error_message="Un refus ou une demande de précision se motive.",
            ),
        ]

    def __str__(self):
        return self.titre

    def get_absolute_url(self):
        return reverse("point", args=[self.pk])

    @property
    def est_recurrent(self) -> bool:
        """Tell whether it comes back from meeting to meeting."""
        return self.nature != Nature.ORDINAIRE

    @property
    def porteur(self) -> str:
        """Name for whom it comes, then who presents it."""
        return ", ".join(filter(None, [self.partenaire and self.partenaire.nom_court, self.intervenant]))

    @property
    def attend(self) -> bool:
        """Tell whether it waits for an answer of the Référent, or for what the Référent asked."""
        return self.etat in EN_ATTENTE

    @property
    def suite_eventuelle(self):
        """Give the item that takes this one up at a later meeting, or None."""
        return getattr(self, "suite", None)
