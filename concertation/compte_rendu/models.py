"""The minutes: what was said about each item, the whole that circulates, the corrections asked for and added."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import LISENT
from concertation.compte_rendu import actes
from concertation.compte_rendu.etats import EtatAmendement
from concertation.ordre_du_jour.models import PointOrdreDuJour
from concertation.reunions.models import Reunion
from csil.comptes.liens import auteur, moment
from csil.garde import TexteGarde
from csil.historique.versionne import Versionne
from csil.texte.texte_riche import TexteRicheGarde

__all__ = ["Addendum", "Amendement", "CompteRendu", "CompteRenduPoint", "EtatAmendement"]


class CompteRenduPointQuerySet(models.QuerySet):
    """Finds what was written by who may read it."""

    def visible_to(self, user):
        """Show every text to every member of the Concertation."""
        return self if user.est_membre(*LISENT) else self.none()


class CompteRenduPoint(Versionne):
    """Keeps what was said about one item: short, clean rich text, saved while it is typed (R52).

    `version` tells two writers apart.
    """

    point = models.OneToOneField(
        PointOrdreDuJour, models.CASCADE, related_name="compte_rendu", verbose_name="point", editable=False
    )
    texte = TexteRicheGarde("ce qui s’est dit", blank=True)
    redige_par = auteur("écrit par", facultatif=True)
    redige_le = models.DateTimeField("écrit le", null=True, editable=False)

    history = HistoricalRecords()
    objects = CompteRenduPointQuerySet.as_manager()

    ecrire = actes.ecrire

    class Meta:
        verbose_name = "compte rendu du point"
        verbose_name_plural = "comptes rendus des points"

    def __str__(self):
        return f"Compte rendu de « {self.point} »"

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: write it, like whoever writes the minutes of its item."""
        return {"ecrire_compte_rendu"} if "rediger_point" in self.point.droits_de(user) else set()


class CompteRendu(models.Model):
    """Keeps the minutes of a meeting, put together from its items, circulated, approved at a later one, then locked (R55)."""

    reunion = models.OneToOneField(
        Reunion, models.PROTECT, related_name="compte_rendu", verbose_name="réunion"
    )
    circule_le = models.DateTimeField("circule depuis le", default=timezone.now)
    approuve_le = models.DateTimeField("approuvé le", null=True, editable=False)
    approuve_lors_de = models.ForeignKey(
        Reunion,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="comptes_rendus_approuves",
        verbose_name="approuvé lors de",
    )
    approuve_par = auteur("approbation notée par", facultatif=True)

    history = HistoricalRecords()

    approuver = actes.approuver
    demander = actes.demander
    completer = actes.completer

    class Meta:
        verbose_name = "compte rendu"
        verbose_name_plural = "comptes rendus"

    def __str__(self):
        return f"Compte rendu : {self.reunion}"

    def get_absolute_url(self):
        return reverse("compte-rendu", args=[self.reunion_id])

    @property
    def est_approuve(self) -> bool:
        """Tell whether nothing of them changes any more."""
        return self.approuve_le is not None

    def droits_de(self, user) -> set[str]:
        """Say what this person may do with the minutes, as the meeting allows: correct, approve, complete."""
        de_la_reunion = self.reunion.droits_de(user)
        return {
            f"{acte}_compte_rendu"
            for acte in ("amender", "approuver", "completer")
            if f"{acte}_reunion" in de_la_reunion
        }


class AmendementQuerySet(models.QuerySet):
    """Finds corrections by who may read them and by what was answered."""

    def visible_to(self, user):
        """Show every correction to every member of the Concertation."""
        return self if user.est_membre(*LISENT) else self.none()

    def en_attente(self):
        """Keep those that wait for an answer."""
        return self.filter(etat=EtatAmendement.PROPOSE)


class Amendement(models.Model):
    """Keeps a correction asked for by somebody who was present, accepted or refused with a word."""

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
    propose_par = auteur("demandée par")
    propose_le = moment("demandée le")
    etat = models.CharField(
        "état", max_length=10, choices=EtatAmendement, default=EtatAmendement.PROPOSE, editable=False
    )
    reponse = TexteGarde("un mot de réponse", max_length=600, blank=True, editable=False)
    tranche_par = auteur("tranché par", facultatif=True)
    tranche_le = models.DateTimeField("tranché le", null=True, editable=False)

    history = HistoricalRecords()
    objects = AmendementQuerySet.as_manager()

    trancher = actes.trancher

    class Meta:
        verbose_name = "demande de correction"
        verbose_name_plural = "demandes de correction"
        ordering = ["propose_le"]

    def __str__(self):
        return self.texte[:80]

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: every member reads; the Référent answers it, once."""
        droits = {"view_amendement"} if user.est_membre(*LISENT) else set()
        if self.etat == EtatAmendement.PROPOSE and "trancher_reunion" in self.compte_rendu.reunion.droits_de(
            user
        ):
            droits.add("trancher_amendement")
        return droits


class Addendum(models.Model):
    """Keeps a correction made after the lock: dated, signed, under the text that does not change any more (R55)."""

    compte_rendu = models.ForeignKey(
        CompteRendu, models.PROTECT, related_name="addendums", verbose_name="compte rendu", editable=False
    )
    texte = TexteGarde("addendum", max_length=1200)
    par = auteur("par")
    le = moment("le")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "addendum"
        verbose_name_plural = "addendums"
        ordering = ["le"]

    def __str__(self):
        return self.texte[:80]
