import uuid

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil import groupes
from csil.journal import Verbe, consigner
from csil.models import Attribution

VOIENT_TOUT = (*groupes.AUTORITES, groupes.ADMINISTRATEURS, groupes.DPO)


class MandatQuerySet(models.QuerySet):
    def visible_to(self, personne):
        """One's own; all of them for the authorities, the administrators and the data protection officer."""
        return self if personne.est_membre(*VOIENT_TOUT) else self.filter(personne=personne)

    def en_attente(self):
        return self.filter(confirme_le=None, refuse_le=None, termine_le=None, fin__gt=Now())

    def en_cours(self):
        """Waiting, to come or in force: what can still be ended."""
        return self.filter(refuse_le=None, termine_le=None, fin__gt=Now())

    def en_vigueur(self):
        return self.filter(confirme_le__isnull=False, termine_le=None, debut__lte=Now(), fin__gt=Now())


class Mandat(models.Model):
    """The dated grant that opens a sensitive group to a person (R02, R03).

    Membership and confirmed mandate must both exist. Asker, beneficiary and confirmer are three people; the database
    compares asker and confirmer with who speaks. `amorce`: appointed on the server, for the first authority only.
    """

    class Qualite(models.TextChoices):
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
    demande_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="demandé par",
    )
    demande_le = models.DateTimeField("demandé le", default=timezone.now, editable=False)
    confirme_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="confirmé par",
    )
    confirme_le = models.DateTimeField("confirmé le", null=True, editable=False)
    refuse_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="refusé par",
    )
    refuse_le = models.DateTimeField("refusé le", null=True, editable=False)
    termine_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="terminé par",
    )
    termine_le = models.DateTimeField("terminé le", null=True, editable=False)
    decision = models.TextField("pourquoi", blank=True, editable=False)

    history = HistoricalRecords()
    objects = MandatQuerySet.as_manager()

    class Meta:
        verbose_name = "mandat"
        ordering = ["-demande_le"]
        permissions = [
            ("confirmer_mandat", "Confirmer un mandat"),
            ("terminer_mandat", "Mettre fin à un mandat"),
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
    def etat(self) -> str:
        """In words: « en attente », « en vigueur », « à venir », « refusé », « terminé », « échu »."""
        maintenant = timezone.now()
        if self.refuse_le:
            return "refusé"
        if self.termine_le:
            return "terminé"
        if self.fin <= maintenant:
            return "échu"
        if not self.confirme_le:
            return "en attente"
        return "en vigueur" if self.debut <= maintenant else "à venir"

    def droits_de(self, personne) -> set[str]:
        """Read it; confirm or refuse it as a third person in authority; end it, for an authority or an administrator."""
        droits = {"view_mandat"}
        if self.etat == "en attente" and personne.est_membre(*groupes.AUTORITES):
            if personne.pk not in (self.personne_id, self.demande_par_id):
                droits.add("confirmer_mandat")
        if self.etat in ("en attente", "en vigueur", "à venir"):
            if (
                personne.est_membre(*groupes.AUTORITES, groupes.ADMINISTRATEURS)
                and personne.pk != self.personne_id
            ):
                droits.add("terminer_mandat")
        return droits

    @classmethod
    @transaction.atomic
    def demander(cls, *, par, personne, groupe, **champs):
        """Put the person in the group and ask for the mandate, which opens nothing before it is confirmed.

        Raises ValidationError if one asks for oneself, or if the dates or texts are wrong.
        """
        mandat = cls(demande_par=par, personne=personne, groupe=groupe, **champs)
        mandat.full_clean()
        if not Attribution.objects.filter(personne=personne, groupe=groupe).exists():
            Attribution.objects.create(
                personne=personne, groupe=groupe, attribuee_par=par, motif=mandat.motif[:250]
            )
        mandat.save(force_insert=True)
        consigner("partenaires.mandat_demande", mandat, par=par, verbe=Verbe.ATTRIBUTION, motif=mandat.motif)
        return mandat

    @transaction.atomic
    def confirmer(self, *, par, decision=""):
        self._verrouiller("confirmer_mandat", par)
        self.confirme_par, self.confirme_le, self.decision = par, timezone.now(), decision
        self.save(update_fields=["confirme_par", "confirme_le", "decision"])
        consigner("partenaires.mandat_confirme", self, par=par, verbe=Verbe.ATTRIBUTION, motif=decision)

    @transaction.atomic
    def refuser(self, *, par, decision):
        if not decision.strip():
            raise ValidationError(
                {"decision": "Dites pourquoi vous refusez : la personne concernée le lira."}
            )
        self._verrouiller("confirmer_mandat", par)
        self.refuse_par, self.refuse_le, self.decision = par, timezone.now(), decision
        self.save(update_fields=["refuse_par", "refuse_le", "decision"])
        consigner("partenaires.mandat_refuse", self, par=par, verbe=Verbe.ATTRIBUTION, motif=decision)

    @transaction.atomic
    def terminer(self, *, par, decision):
        if not decision.strip():
            raise ValidationError({"decision": "Dites pourquoi le mandat prend fin."})
        self._verrouiller("terminer_mandat", par)
        self.termine_par, self.termine_le, self.decision = par, timezone.now(), decision
        self.save(update_fields=["termine_par", "termine_le", "decision"])
        consigner("partenaires.mandat_termine", self, par=par, verbe=Verbe.ATTRIBUTION, motif=decision)

    def _verrouiller(self, droit, par):
        """Two people deciding at once: the second finds the act no longer possible."""
        actuel = Mandat.objects.select_for_update().get(pk=self.pk)
        if droit not in actuel.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur ce mandat.")
