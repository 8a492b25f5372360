import uuid
from datetime import datetime

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import moment
from csil.comptes.liens import personne as lien
from partenaires.mandats import actes, droits
from partenaires.mandats.models.attestation import POLICIERS
from partenaires.mandats.models.suspension import Suspension
from partenaires.mandats.visibilite import MandatQuerySet


class Mandat(models.Model):
    """The dated grant that opens a sensitive group to a person (R02, R03).

    Membership and confirmed mandate must both exist, and the mandate not be suspended (`Suspension`). Asker,
    beneficiary and confirmer are three people; the database compares asker and confirmer with who speaks. `amorce`:
    appointed on the server, for the first authority only.
    """

    class Qualite(models.TextChoices):
        """The quality in which the person acts: in their own office, or for its holder."""

        TITULAIRE = "titulaire", "titulaire"
        REPRESENTANT = "representant", "représentant"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="mandats", verbose_name="personne"
    )
    groupe = models.ForeignKey(Group, models.PROTECT, related_name="mandats", verbose_name="groupe")
    qualite = models.CharField("qualité", max_length=15, choices=Qualite, default=Qualite.TITULAIRE)
    autorite = models.CharField("autorité qui mandate", max_length=150)
    base = models.CharField("base", max_length=250, help_text="Décision, désignation ou texte, avec sa date.")
    motif = models.TextField("motif")
    debut = models.DateTimeField("du")
    fin = models.DateTimeField("au", help_text="L’accès s’arrête alors de lui-même.")
    amorce = models.BooleanField("nommé sur le serveur", default=False, editable=False)
    demande_par = lien("demandé par", null=True, editable=False)
    demande_le = moment("demandé le")
    confirme_par = lien("confirmé par", null=True, editable=False)
    confirme_le = models.DateTimeField("confirmé le", null=True, editable=False)
    refuse_par = lien("refusé par", null=True, editable=False)
    refuse_le = models.DateTimeField("refusé le", null=True, editable=False)
    termine_par = lien("terminé par", null=True, editable=False)
    termine_le = models.DateTimeField("terminé le", null=True, editable=False)
    revu_par = lien("revu par", null=True, editable=False)
    revu_le = models.DateTimeField("revu le", null=True, editable=False)
    decision = models.TextField("pourquoi", blank=True, editable=False)

    history = HistoricalRecords()
    objects = MandatQuerySet.as_manager()

    class Meta:
        verbose_name = "mandat"
        ordering = ["-demande_le"]
        permissions = [
            ("confirmer_mandat", "Confirmer un mandat"),
            ("terminer_mandat", "Mettre fin à un mandat"),
            ("lever_suspension", "Confirmer de nouveau un mandat suspendu"),
            ("revoir_mandat", "Revoir un mandat"),
            ("attester_habilitation", "Attester l’habilitation d’un membre policier"),
            ("regarder_personne", "Voir ce que la personne verrait"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(fin__gt=F("debut")),
                name="mandat_dates",
                violation_error_message="La fin du mandat doit suivre son début.",
            ),
            models.CheckConstraint(
                condition=Q(amorce=True) | Q(demande_par__isnull=False) & ~Q(demande_par=F("personne")),
                name="mandat_demandeur",
                violation_error_message="Personne ne demande un mandat pour soi-même.",
            ),
            models.CheckConstraint(
                condition=Q(amorce=True)
                | Q(confirme_par=None)
                | ~Q(confirme_par=F("personne")) & ~Q(confirme_par=F("demande_par")),
                name="mandat_trois_personnes",
                violation_error_message="Qui demande, qui reçoit et qui confirme sont trois personnes.",
            ),
            models.CheckConstraint(
                condition=Q(confirme_le=None) | Q(refuse_le=None),
                name="mandat_une_reponse",
                violation_error_message="Un mandat est confirmé ou refusé, pas les deux.",
            ),
        ]

    def __str__(self):
        return f"{self.groupe} : {self.personne}"

    def get_absolute_url(self):
        return reverse("mandat", args=[self.pk])

    @property
    def suspensions_ouvertes(self) -> list[Suspension]:
        """What shuts it now, oldest first; read from `suspensions` as a list prefetched it."""
        return [suspension for suspension in self.suspensions.all() if suspension.levee_le is None]

    @property
    def etat(self) -> str:
        """Say where the mandate stands, in words: « en attente », « en vigueur », « suspendu », « à venir », « refusé », « terminé », « échu »."""
        maintenant = timezone.now()
        if self.refuse_le:
            return "refusé"
        if self.termine_le:
            return "terminé"
        if self.fin <= maintenant:
            return "échu"
        if not self.confirme_le:
            return "en attente"
        if self.suspensions_ouvertes:
            return "suspendu"
        return "en vigueur" if self.debut <= maintenant else "à venir"

    @property
    def a_revoir_le(self) -> datetime | None:
        """The moment when an authority must say again that it holds; None before it is confirmed."""
        revu = self.revu_le or self.confirme_le
        return revu and revu + relativedelta(months=settings.CSIL_REVUE_MOIS)

    @property
    def demande_habilitation(self) -> bool:
        """Say whether its group asks for a clearance of level SECRET (R05)."""
        return self.groupe.name in POLICIERS

    droits_de = droits.droits_de
    demander = classmethod(actes.demander)
    confirmer = actes.confirmer
    refuser = actes.refuser
    terminer = actes.terminer
    lever = actes.lever
    revoir = actes.revoir
