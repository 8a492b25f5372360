import uuid
from datetime import datetime

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes import groupes
from csil.comptes.models import Attribution, GroupeEnVigueur
from csil.journal import Verbe, consigner
from csil.texte.durees import apres_mois
from partenaires.mandats.models.attestation import POLICIERS
from partenaires.mandats.models.suspension import Suspension

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
        return self._confirmes().filter(~Exists(_ouvertes()))

    def suspendus(self):
        return self.en_cours().filter(Exists(_ouvertes()), confirme_le__isnull=False)

    def effectifs(self):
        """In force, with the group behind: what `csil_groupe_en_vigueur` lets in, for the sensitive groups (R07)."""
        entree = GroupeEnVigueur.objects.filter(personne=OuterRef("personne"), groupe=OuterRef("groupe"))
        return self.en_vigueur().filter(Exists(entree))

    def a_revoir(self):
        """In force, and neither confirmed nor reviewed for `CSIL_REVUE_MOIS` months."""
        due = apres_mois(Coalesce("revu_le", "confirme_le"), Value(settings.CSIL_REVUE_MOIS))
        return self.en_vigueur().alias(due=due).filter(due__lte=Now())

    def _confirmes(self):
        return self.filter(confirme_le__isnull=False, termine_le=None, debut__lte=Now(), fin__gt=Now())


def _ouvertes():
    return Suspension.objects.ouvertes().filter(mandat=OuterRef("pk"))


class Revue(models.TextChoices):
    """What an authority answers when a mandate is reviewed (every six months, H13)."""

    CONFIRMER = "confirmer", "Confirmer : le mandat garde sa date de fin"
    RACCOURCIR = "raccourcir", "Raccourcir : le mandat prend fin plus tôt"
    TERMINER = "terminer", "Mettre fin au mandat maintenant"


class Mandat(models.Model):
    """The dated grant that opens a sensitive group to a person (R02, R03).

    Membership and confirmed mandate must both exist, and the mandate not be suspended (`Suspension`). Asker,
    beneficiary and confirmer are three people; the database compares asker and confirmer with who speaks. `amorce`:
    appointed on the server, for the first authority only.
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
    revu_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="revu par",
    )
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
        """Oldest first. Lists prefetch `suspensions`."""
        return [suspension for suspension in self.suspensions.all() if suspension.levee_le is None]

    @property
    def etat(self) -> str:
        """In words: « en attente », « en vigueur », « suspendu », « à venir », « refusé », « terminé », « échu »."""
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
        """When an authority must say again that it holds; None before it is confirmed."""
        revu = self.revu_le or self.confirme_le
        return revu and revu + relativedelta(months=settings.CSIL_REVUE_MOIS)

    @property
    def demande_habilitation(self) -> bool:
        """Does the function ask for a clearance of level SECRET (R05)?"""
        return self.groupe.name in POLICIERS

    def droits_de(self, personne) -> set[str]:
        """Read it; decide about it as a third person in authority; end it, for an authority or an administrator."""
        droits, etat = {"view_mandat"}, self.etat
        autorite, soi = personne.est_membre(*groupes.AUTORITES), personne.pk == self.personne_id
        tiers = autorite and not soi and personne.pk != self.demande_par_id
        if tiers and etat == "en attente":
            droits.add("confirmer_mandat")
        if tiers and etat == "suspendu":
            if personne.pk not in {suspension.changee_par_id for suspension in self.suspensions_ouvertes}:
                droits.add("lever_suspension")
        if autorite and not soi and etat == "en vigueur":
            droits.add("revoir_mandat")
        if etat in ("en attente", "en vigueur", "à venir", "suspendu"):
            if not soi and (autorite or personne.est_membre(groupes.ADMINISTRATEURS)):
                droits.add("terminer_mandat")
            if autorite and not soi and self.demande_habilitation:
                droits.add("attester_habilitation")
        if autorite or personne.est_membre(groupes.DPO):
            droits.add("regarder_personne")
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

    @transaction.atomic
    def lever(self, *, par, decision="", vues=None):
        """Confirm a suspended mandate again: all its suspensions are lifted, and the review begins anew.

        `vues`: keys of the suspensions that the authority was shown; raises ValidationError if there are others since,
        or if the person has no second factor (installing it would suspend the mandate again).
        """
        self._verrouiller("lever_suspension", par)
        ouvertes = list(self.suspensions.ouvertes().select_for_update())
        if vues is not None and {str(suspension.pk) for suspension in ouvertes} != set(vues):
            raise ValidationError(
                "Entre-temps, le compte de cette personne a encore changé : relisez les causes avant de décider."
            )
        if not self.personne.second_facteur_installe:
            raise ValidationError(
                "Cette personne doit d’abord installer son second facteur : le faire après suspendrait de nouveau le mandat."
            )
        for suspension in ouvertes:
            suspension.levee_par, suspension.levee_le, suspension.motif_levee = par, timezone.now(), decision
            suspension.save(update_fields=["levee_par", "levee_le", "motif_levee"])
        self._noter_revue(par, decision)
        consigner("partenaires.suspension_levee", self, par=par, verbe=Verbe.ATTRIBUTION, motif=decision)

    @transaction.atomic
    def revoir(self, *, par, decision, fin=None, motif=""):
        """Periodic review by an authority other than the holder (H13): confirmed, shortened to `fin`, or ended.

        Raises ValidationError for a date that does not shorten, or without a reason where one is due.
        """
        if decision == Revue.TERMINER:
            return self.terminer(par=par, decision=motif)
        if decision not in Revue.values:
            raise ValidationError("Cette décision n’existe pas.")
        self._verrouiller("revoir_mandat", par)
        champs = []
        if decision == Revue.RACCOURCIR:
            if fin is None or not timezone.now() < fin < self.fin:
                raise ValidationError({"fin": "Choisissez un jour d’ici la date de fin actuelle du mandat."})
            if not motif.strip():
                raise ValidationError({"motif": "Dites pourquoi le mandat est raccourci."})
            self.fin, champs = fin, ["fin"]
        self._noter_revue(par, motif, *champs)
        acte = "mandat_raccourci" if champs else "mandat_revu"
        consigner(f"partenaires.{acte}", self, par=par, verbe=Verbe.ATTRIBUTION, motif=motif)

    def _noter_revue(self, par, decision, *champs):
        self.revu_par, self.revu_le, self.decision = par, timezone.now(), decision
        self.save(update_fields=["revu_par", "revu_le", "decision", *champs])

    def _verrouiller(self, droit, par):
        """Two people deciding at once: the second finds the act no longer possible."""
        actuel = Mandat.objects.select_for_update().get(pk=self.pk)
        if droit not in actuel.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur ce mandat.")
        self.refresh_from_db()
