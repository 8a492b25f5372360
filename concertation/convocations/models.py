from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import LISENT
from concertation.reunions.models import Etat, Reunion
from csil.garde import TexteGarde
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner


class Reponse(models.TextChoices):
    SANS = "sans", "Sans réponse"
    PRESENT = "present", "Vient"
    EXCUSE = "excuse", "Excusé"
    REMPLACE = "remplace", "Remplacé"


class ConvocationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With its meeting."""
        return self if user.est_membre(*LISENT) else self.none()

    def sans_reponse(self):
        return self.filter(reponse=Reponse.SANS)

    def presentes(self, user):
        """Where this person really sat at the table: called and come, or come in the place of whoever was called."""
        soi = Q(personne=user) & ~Q(reponse=Reponse.REMPLACE)
        a_sa_place = Q(reponse=Reponse.REMPLACE, remplacant_courriel__iexact=user.email)
        return self.filter(soi | a_sa_place, presences__isnull=False)

    def avec_reponse(self):
        return self.exclude(reponse=Reponse.SANS)


class Convocation(Versionne):
    """One person called to one meeting, with or without an account, and what they answered."""

    reunion = models.ForeignKey(
        Reunion, models.CASCADE, related_name="convocations", verbose_name="réunion", editable=False
    )
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne",
    )
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
        """Who sits at the table for this convocation."""
        return self.remplacant if self.reponse == Reponse.REMPLACE else self.nom

    @property
    def refus(self) -> str:
        """Why it is not answered, or not any more; empty while it is."""
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
        """Read with the meeting; answer: oneself, once convoked; change or take back, and answer for them: the Référent,
        until it is held.
        """
        if not user.est_membre(*LISENT):
            return set()
        droits = {"view_convocation"}
        if "pointer_reunion" in self.reunion.droits_de(user):
            droits.add("pointer_convocation")
        gere = "inviter_reunion" in self.reunion.droits_de(user)
        if gere:
            droits.add("gerer_convocation")
        if (gere or user.pk == self.personne_id) and not self.refus:
            droits.add("repondre_convocation")
        return droits

    @classmethod
    @transaction.atomic
    def inviter(cls, *, par, reunion, nom, courriel, personne=None, partenaire=None):
        """Call one more person; raises ValidationError if the address is called already."""
        convocation = cls(
            reunion=reunion, nom=nom, courriel=courriel, personne=personne, partenaire=partenaire
        )
        convocation.full_clean()
        convocation._enregistrer("personne_invitee", par, Verbe.COLLECTE)
        return convocation

    @transaction.atomic
    def repondre(self, *, par, reponse, remplacant="", remplacant_courriel="", mot=""):
        """Comes, excused, or replaced by a colleague, with a word. `par`: None by the link of the e-mail.

        A colleague with an address receives what they need. Raises ValidationError, by the link after the meeting among
        others; the secretary still notes who was excused.
        """
        from concertation.convocations import courriels

        if par is None and self.refus:
            raise ValidationError(self.refus)
        avant = self.remplacant_courriel
        self.reponse, self.mot, self.repondu_le = reponse, mot, timezone.now()
        remplace = reponse == Reponse.REMPLACE
        self.remplacant, self.remplacant_courriel = (
            (remplacant, remplacant_courriel) if remplace else ("", "")
        )
        self.full_clean()
        self._enregistrer("convocation_repondue", par)
        courriels.apres_reponse(self, avant)

    @transaction.atomic
    def constater(self, *, par, reponse, remplacant="", remplacant_courriel=""):
        """What turned out to be the case in the room, whatever was answered before; nobody is written to."""
        self.reponse = reponse
        remplace = reponse == Reponse.REMPLACE
        self.remplacant, self.remplacant_courriel = (
            (remplacant, remplacant_courriel) if remplace else ("", "")
        )
        self.full_clean()
        self._enregistrer("presence_constatee", par)

    @transaction.atomic
    def oublier_reponse(self, *, par):
        """The meeting moved: what was answered for another day does not count."""
        from concertation.convocations import courriels

        avant = self.remplacant_courriel
        self.reponse, self.remplacant, self.remplacant_courriel, self.mot = Reponse.SANS, "", "", ""
        self.repondu_le = self.relancee_le = None
        self._enregistrer("reponse_oubliee", par)
        courriels.apres_reponse(self, avant)

    @transaction.atomic
    def corrigee(self, *, par, adresse: bool) -> bool:
        """Saved by the form. Another address: the convocation leaves again, to it; returns whether it does."""
        from concertation.convocations import courriels

        consigner("concertation.invitation_corrigee", self, par=par, verbe=Verbe.MODIFICATION)
        return adresse and courriels.corriger(self, par=par)

    @transaction.atomic
    def retirer(self, *, par):
        """Not invited any more; who was convoked is told. Raises ValidationError if noted present."""
        from concertation.convocations import courriels

        if self.presences.exists():
            raise ValidationError(f"{self.representant} est noté présent : effacez d’abord sa présence.")
        courriels.retirer(self, par=par)
        self._history_user = par
        consigner("concertation.invitation_retiree", self.reunion, par=par, verbe=Verbe.MODIFICATION)
        self.delete()

    def _enregistrer(self, acte, par, verbe=Verbe.MODIFICATION):
        self._history_user = par
        self.save()
        consigner(f"concertation.{acte}", self, par=par, verbe=verbe)
