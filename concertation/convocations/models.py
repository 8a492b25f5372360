"""The invitation of one person to one meeting, and what was answered."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import LISENT
from concertation.convocations.actes import convocation as actes
from concertation.convocations.etats import Reponse
from concertation.reunions.models import Etat, Reunion
from csil.comptes.liens import personne
from csil.garde import TexteGarde
from csil.historique.versionne import Versionne

__all__ = ["Convocation", "Reponse"]


class ConvocationQuerySet(models.QuerySet):
    """Finds invitations by who may read them and by what was answered."""

    def visible_to(self, user):
        """Show invitations with their meeting."""
        return self if user.est_membre(*LISENT) else self.none()

    def sans_reponse(self):
        """Keep those that were not answered."""
        return self.filter(reponse=Reponse.SANS)

    def presentes(self, user):
        """Keep those where this person really sat at the table: called and come, or come in the place of whoever was called."""
        soi = Q(personne=user) & ~Q(reponse=Reponse.REMPLACE)
        a_sa_place = Q(reponse=Reponse.REMPLACE, remplacant_courriel__iexact=user.email)
        return self.filter(soi | a_sa_place, presences__isnull=False)

    def avec_reponse(self):
        """Keep those that were answered."""
        return self.exclude(reponse=Reponse.SANS)


class Convocation(Versionne):
    """Keeps one person called to one meeting, with or without an account, and what they answered."""

    reunion = models.ForeignKey(
        Reunion, models.CASCADE, related_name="convocations", verbose_name="réunion", editable=False
    )
    personne = personne("personne", null=True, blank=True)
    partenaire = models.ForeignKey(
        "partenaires.Partenaire",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pour quel partenaire",
    )
    nom = models.CharField("nom ou fonction", max_length=150)
    # Empty for whoever came without being called: noted during the meeting, never written to.
    courriel = models.EmailField("adresse électronique", blank=True)
    reponse = models.CharField(
        "réponse", max_length=10, choices=Reponse, default=Reponse.SANS, editable=False
    )
    remplacant = models.CharField("remplacé par", max_length=150, blank=True)
    remplacant_courriel = models.EmailField("adresse du remplaçant", blank=True)
    mot = TexteGarde("un mot", max_length=600, blank=True)
    repondu_le = models.DateTimeField("répondu le", null=True, editable=False)
    envoyee_le = models.DateTimeField("convoquée le", null=True, editable=False)
    relancee_le = models.DateTimeField("relancée le", null=True, editable=False)

    history = HistoricalRecords()
    objects = ConvocationQuerySet.as_manager()

    repondre = actes.repondre
    constater = actes.constater
    oublier_reponse = actes.oublier_reponse
    corriger = actes.corriger
    renvoyer = actes.renvoyer
    retirer = actes.retirer

    class Meta:
        verbose_name = "convocation"
        verbose_name_plural = "convocations"
        ordering = ["nom", "pk"]
        constraints = [
            models.UniqueConstraint(
                "reunion",
                Lower("courriel"),
                condition=~Q(courriel=""),
                name="convocation_unique",
                violation_error_message="Cette adresse est déjà invitée à cette réunion.",
            ),
            models.CheckConstraint(
                condition=~Q(reponse=Reponse.REMPLACE) | ~Q(remplacant=""),
                name="convocation_remplacant",
                violation_error_message="Dites qui remplace cette personne.",
            ),
        ]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("reunion", args=[self.reunion_id])

    @property
    def representant(self) -> str:
        """Name who sits at the table for this convocation."""
        return self.remplacant if self.reponse == Reponse.REMPLACE else self.nom

    @property
    def refus(self) -> str:
        """Say why it is not answered, or not any more; empty while it is."""
        reunion = self.reunion
        if reunion.etat == Etat.ANNULEE:
            return "Cette réunion est annulée : il n’y a plus à répondre."
        if reunion.etat == Etat.REPORTEE:
            return "Cette réunion est reportée : vous recevrez une convocation pour sa nouvelle date."
        if reunion.etat in (Etat.BROUILLON, Etat.ARRETEE):
            return "Cette réunion n’est pas encore convoquée : vous répondrez quand vous recevrez sa convocation."
        if reunion.etat != Etat.CONVOQUEE or reunion.fin <= timezone.now():
            return "Cette réunion a eu lieu : les réponses ne changent plus."
        return ""

    def droits_de(self, user) -> set[str]:
        """Say what this person may do with the invitation, now; None is a visitor who holds the link of the e-mail.

        Members read it with the meeting. Once convoked, oneself answers, and the Référent for them. The Référent changes it or
        takes it back, until the meeting is held. The Référent and the secretary note who is there.
        """
        if user is None:
            return set() if self.refus else {"repondre_convocation"}
        if not user.est_membre(*LISENT):
            return set()
        droits, de_la_reunion = {"view_convocation"}, self.reunion.droits_de(user)
        if "pointer_reunion" in de_la_reunion:
            droits.add("pointer_convocation")
        gere = "inviter_reunion" in de_la_reunion
        if gere:
            droits.add("gerer_convocation")
        if (gere or user.pk == self.personne_id) and not self.refus:
            droits.add("repondre_convocation")
        return droits
