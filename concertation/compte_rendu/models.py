from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import LISENT
from concertation.ordre_du_jour.models import PointOrdreDuJour
from concertation.reunions.models import Etat, Reunion
from csil.garde import TexteGarde
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner
from csil.texte.texte_riche import TexteRicheGarde

# A writer who comes back after that long begins a new sitting.
REPRISE = timedelta(minutes=15)


class CompteRenduPointQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.est_membre(*LISENT) else self.none()


class CompteRenduPoint(Versionne):
    """What was said about one item: short, clean rich text, saved while it is typed (R52). `version` tells two writers apart."""

    point = models.OneToOneField(
        PointOrdreDuJour, models.CASCADE, related_name="compte_rendu", verbose_name="point", editable=False
    )
    texte = TexteRicheGarde("ce qui s’est dit", blank=True)
    redige_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="écrit par",
    )
    redige_le = models.DateTimeField("écrit le", null=True, editable=False)

    history = HistoricalRecords()
    objects = CompteRenduPointQuerySet.as_manager()

    class Meta:
        verbose_name = "compte rendu du point"
        verbose_name_plural = "comptes rendus des points"

    def __str__(self):
        return f"Compte rendu de « {self.point} »"

    @transaction.atomic
    def ecrire(self, *, par):
        """Saved as one types: each saving leaves its history, each sitting one line in the journal."""
        maintenant = timezone.now()
        reprise = (
            self.redige_par_id != par.pk or self.redige_le is None or maintenant - self.redige_le > REPRISE
        )
        self.redige_par, self.redige_le, self._history_user = par, maintenant, par
        self.save()
        if reprise:
            consigner("concertation.point_redige", self, par=par, verbe=Verbe.MODIFICATION)


class CompteRendu(models.Model):
    """The minutes of a meeting, put together from its items, circulated, approved at a later one, then locked (R55)."""

    reunion = models.OneToOneField(
        Reunion, models.PROTECT, related_name="compte_rendu", verbose_name="réunion"
    )
    circule_le = models.DateTimeField("circule depuis le", default=timezone.now)
    approuve_le = models.DateTimeField("approuvé le", null=True)
    approuve_lors_de = models.ForeignKey(
        Reunion,
        models.PROTECT,
        null=True,
        related_name="comptes_rendus_approuves",
        verbose_name="approuvé lors de",
    )
    approuve_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="approbation notée par",
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "compte rendu"
        verbose_name_plural = "comptes rendus"

    def __str__(self):
        return f"Compte rendu : {self.reunion}"

    def get_absolute_url(self):
        return reverse("compte-rendu", args=[self.reunion_id])

    @property
    def est_approuve(self) -> bool:
        return self.approuve_le is not None

    def approuver(self, *, par, lors_de):
        self.approuve_le, self.approuve_par, self.approuve_lors_de = timezone.now(), par, lors_de
        self._history_user = par
        self.save()


class EtatAmendement(models.TextChoices):
    PROPOSE = "propose", "En attente"
    ACCEPTE = "accepte", "Accepté"
    REFUSE = "refuse", "Refusé"


class AmendementQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.est_membre(*LISENT) else self.none()

    def en_attente(self):
        return self.filter(etat=EtatAmendement.PROPOSE)


class Amendement(models.Model):
    """A correction asked for by somebody who was present, accepted or refused with a word."""

    compte_rendu = models.ForeignKey(
        CompteRendu, models.PROTECT, related_name="amendements", verbose_name="compte rendu", editable=False
    )
    point = models.ForeignKey(
        PointOrdreDuJour,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendements",
        verbose_name="point",
        help_text="Vide : le compte rendu en général.",
    )
    texte = TexteGarde("correction demandée", max_length=1200)
    propose_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name="demandée par",
    )
    propose_le = models.DateTimeField("demandée le", default=timezone.now, editable=False)
    etat = models.CharField(
        "état", max_length=10, choices=EtatAmendement, default=EtatAmendement.PROPOSE, editable=False
    )
    reponse = TexteGarde("un mot de réponse", max_length=600, blank=True, editable=False)
    tranche_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="tranché par",
    )
    tranche_le = models.DateTimeField("tranché le", null=True, editable=False)

    history = HistoricalRecords()
    objects = AmendementQuerySet.as_manager()

    class Meta:
        verbose_name = "demande de correction"
        verbose_name_plural = "demandes de correction"
        ordering = ["propose_le"]

    def __str__(self):
        return self.texte[:80]

    def droits_de(self, user) -> set[str]:
        droits = {"view_amendement"} if user.est_membre(*LISENT) else set()
        if self.etat == EtatAmendement.PROPOSE and "trancher_reunion" in self.compte_rendu.reunion.droits_de(
            user
        ):
            droits.add("trancher_amendement")
        return droits

    @classmethod
    @transaction.atomic
    def demander(cls, *, par, compte_rendu, texte, point=None):
        amendement = cls(compte_rendu=compte_rendu, point=point, texte=texte, propose_par=par)
        amendement._history_user = par
        amendement.save()
        consigner("concertation.correction_demandee", amendement, par=par, verbe=Verbe.COLLECTE)
        return amendement

    @transaction.atomic
    def trancher(self, *, par, accepte, reponse):
        """Accepted or refused, once, with a word. What changes in the text is saved beside it, by whoever decides."""
        if self.etat != EtatAmendement.PROPOSE:
            raise ValidationError("Cette demande a déjà sa réponse.")
        if not reponse:
            raise ValidationError("Répondez en un mot à la personne qui a demandé cette correction.")
        self.etat = EtatAmendement.ACCEPTE if accepte else EtatAmendement.REFUSE
        self.reponse, self.tranche_par, self.tranche_le = reponse, par, timezone.now()
        self._history_user = par
        self.save()
        consigner("concertation.correction_tranchee", self, par=par, verbe=Verbe.MODIFICATION)


class Addendum(models.Model):
    """A correction after the lock: dated, signed, under the text that does not change any more (R55)."""

    compte_rendu = models.ForeignKey(
        CompteRendu, models.PROTECT, related_name="addendums", verbose_name="compte rendu", editable=False
    )
    texte = TexteGarde("addendum", max_length=1200)
    par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name="par"
    )
    le = models.DateTimeField("le", default=timezone.now, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "addendum"
        verbose_name_plural = "addendums"
        ordering = ["le"]

    def __str__(self):
        return self.texte[:80]

    @classmethod
    @transaction.atomic
    def ajouter(cls, *, par, compte_rendu, texte):
        if compte_rendu.reunion.etat != Etat.APPROUVEE:
            raise ValidationError("Tant que le compte rendu n’est pas approuvé, il se corrige directement.")
        addendum = cls(compte_rendu=compte_rendu, texte=texte, par=par)
        addendum._history_user = par
        addendum.save()
        consigner("concertation.addendum", addendum, par=par, verbe=Verbe.COLLECTE)
        return addendum
