from datetime import timedelta
from functools import reduce
from operator import or_

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import GERENT, LISENT, PROPOSENT
from concertation.reunions.models.manque import CeQuiManque
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner
from csil.texte.typographie import date_longue


class Etat(models.TextChoices):
    BROUILLON = "brouillon", "Brouillon"
    ARRETEE = "arretee", "Ordre du jour arrêté"
    CONVOQUEE = "convoquee", "Convoquée"
    TENUE = "tenue", "Tenue"
    RELECTURE = "relecture", "Compte rendu en relecture"
    APPROUVEE = "approuvee", "Compte rendu approuvé"
    REPORTEE = "reportee", "Reportée"
    ANNULEE = "annulee", "Annulée"


# The line on top of the page, each state with the field that dates it; postponed and cancelled stand beside it.
PARCOURS = {
    Etat.BROUILLON: "creee_le",
    Etat.ARRETEE: "arretee_le",
    Etat.CONVOQUEE: "convoquee_le",
    Etat.TENUE: "tenue_le",
    Etat.RELECTURE: "relecture_le",
    Etat.APPROUVEE: "approuvee_le",
}
AVANT_LA_SEANCE = (Etat.BROUILLON, Etat.ARRETEE, Etat.CONVOQUEE)
# What the Référent may do in each state.
ACTES = {
    Etat.BROUILLON: {"modifier", "arranger", "inviter", "arreter", "tenir", "reporter", "annuler"},
    Etat.ARRETEE: {"modifier", "arranger", "inviter", "convoquer", "rouvrir", "tenir", "reporter", "annuler"},
    Etat.CONVOQUEE: {"modifier", "arranger", "inviter", "relancer", "tenir", "reporter", "annuler"},
    Etat.TENUE: {"arranger", "inviter", "relire"},
    Etat.RELECTURE: {"trancher", "approuver"},
    Etat.APPROUVEE: {"completer"},
    Etat.REPORTEE: {"reprogrammer", "annuler"},
    Etat.ANNULEE: set(),
}
# How long a personal calendar keeps what was.
MEMOIRE_DU_CALENDRIER = timedelta(days=180)
# What the secretary writes, during the meeting and until the minutes are approved.
REDACTION = {Etat.TENUE, Etat.RELECTURE}


class ReunionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Every meeting, drafts included, to every member of the Concertation; nothing to others."""
        return self if user.est_membre(*LISENT) else self.none()

    def a_venir(self):
        return self.filter(fin__gte=Now()).exclude(etat__in=(Etat.REPORTEE, Etat.ANNULEE)).order_by("debut")

    def au_calendrier(self):
        """Settled, held, or called off after people were convoked; the last months and what is to come."""
        depuis = timezone.now() - MEMOIRE_DU_CALENDRIER
        jamais_annoncees = Q(annonce=None, etat__in=(Etat.REPORTEE, Etat.ANNULEE))
        return (
            self.filter(fin__gte=depuis)
            .exclude(etat=Etat.BROUILLON)
            .exclude(jamais_annoncees)
            .order_by("debut")
        )

    def ayant_eu_lieu(self):
        return self.filter(etat__in=(Etat.TENUE, Etat.RELECTURE, Etat.APPROUVEE)).order_by("-debut")

    def en_cours(self):
        """What still waits for a step of the Référent: neither in circulation, nor locked, nor cancelled."""
        finies = (Etat.RELECTURE, Etat.APPROUVEE, Etat.ANNULEE)
        return self.exclude(etat__in=finies).order_by("debut")

    def changees_depuis(self, moment):
        """Created, convoked, circulated or approved since then, and not broken off."""
        champs = ("creee_le", "convoquee_le", "relecture_le", "approuvee_le")
        recentes = reduce(or_, (Q(**{f"{champ}__gte": moment}) for champ in champs))
        return self.filter(recentes).exclude(etat__in=(Etat.REPORTEE, Etat.ANNULEE))

    def suivante(self, reunion):
        """The next meeting whose agenda can still take an item: a draft after this one."""
        return self.filter(etat=Etat.BROUILLON, debut__gt=reunion.debut).order_by("debut").first()


class Reunion(CeQuiManque, Versionne):
    """A meeting of the Concertation, from its draft agenda to its locked minutes. No field names a person of a case (R01)."""

    titre = LigneGardee("titre", max_length=150)
    debut = models.DateTimeField("début")
    fin = models.DateTimeField("fin")
    lieu = models.CharField("lieu", max_length=200, blank=True, help_text="Salle, bâtiment, accès.")
    lien_visio = models.URLField("lien de visioconférence", blank=True)
    president = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="préside",
    )
    secretaire = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="secrétaire",
        help_text="Note les présences et écrit le compte rendu, avec le Référent.",
    )
    limite_propositions = models.DateTimeField(
        "propositions jusqu’au", help_text="Les partenaires proposent des points jusqu’à ce moment."
    )
    etat = models.CharField("état", max_length=12, choices=Etat, default=Etat.BROUILLON, editable=False)
    motif = TexteGarde("motif", blank=True, editable=False, max_length=600)
    creee_le = models.DateTimeField("créée le", default=timezone.now, editable=False)
    arretee_le = models.DateTimeField("ordre du jour arrêté le", null=True, editable=False)
    convoquee_le = models.DateTimeField("convoquée le", null=True, editable=False)
    tenue_le = models.DateTimeField("tenue le", null=True, editable=False)
    relecture_le = models.DateTimeField("compte rendu en relecture le", null=True, editable=False)
    approuvee_le = models.DateTimeField("compte rendu approuvé le", null=True, editable=False)
    # Grows with each change that the invited people's calendars must take over (RFC 5545, SEQUENCE).
    sequence = models.PositiveIntegerField("envois", default=0, editable=False)
    # What the invited people were last told (concertation.convocations.annonce).
    annonce = models.JSONField("annoncé", null=True, editable=False)
    # Grows with each rearrangement of the agenda: two windows never overwrite each other.
    ordre = models.PositiveIntegerField("arrangement", default=0, editable=False)

    history = HistoricalRecords(excluded_fields=["annonce", "ordre", "sequence"])
    objects = ReunionQuerySet.as_manager()

    class Meta:
        verbose_name = "réunion"
        verbose_name_plural = "réunions"
        ordering = ["-debut", "-pk"]
        indexes = [models.Index(fields=["etat", "debut"])]
        permissions = [
            ("gerer_reunion", "Gérer la réunion et son ordre du jour"),
            ("proposer_point", "Proposer un point"),
            ("rediger_reunion", "Noter les présences et écrire le compte rendu"),
            ("amender_reunion", "Demander une correction du compte rendu"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(fin__gt=F("debut")),
                name="reunion_dates",
                violation_error_message="La fin de la réunion doit suivre son début.",
            ),
            models.CheckConstraint(
                condition=Q(limite_propositions__lte=F("debut")),
                name="reunion_limite",
                violation_error_message="Les propositions se ferment avant le début de la réunion.",
            ),
        ]

    def __str__(self):
        return f"{self.titre}, {date_longue(self.debut)}"

    def get_absolute_url(self):
        return reverse("reunion", args=[self.pk])

    @property
    def adresse_ordre_du_jour(self) -> str:
        return reverse("ordre-du-jour", args=[self.pk])

    @property
    def duree(self) -> int:
        """Planned, in minutes."""
        return int((self.fin - self.debut).total_seconds() // 60)

    @property
    def propositions_ouvertes(self) -> bool:
        return self.etat == Etat.BROUILLON and timezone.now() < self.limite_propositions

    @property
    def est_arretee(self) -> bool:
        """From here on, an item that comes in is late and needs a reason."""
        return self.etat not in (Etat.BROUILLON, Etat.REPORTEE)

    @property
    def est_verrouillee(self) -> bool:
        return self.etat in (Etat.APPROUVEE, Etat.ANNULEE)

    @property
    def frise(self) -> list[dict]:
        """The states of the line on top of the page: name, when, « fait », « actuel » or to come."""
        etats = list(PARCOURS)
        ici = etats.index(self.etat) if self.etat in etats else -1
        return [
            {
                "nom": etat.label,
                "quand": getattr(self, champ) if rang <= ici else None,
                "fait": rang < ici or self.etat == Etat.APPROUVEE,
                "actuel": rang == ici and self.etat != Etat.APPROUVEE,
            }
            for rang, (etat, champ) in enumerate(PARCOURS.items())
        ]

    def est_redacteur(self, user) -> bool:
        return user.est_membre(*GERENT) or (user.pk == self.secretaire_id and user.est_membre(*LISENT))

    def droits_de(self, user) -> set[str]:
        """Read: every member. Propose: the partners, while the draft is open. The acts of the state: the Référent. Write:
        the Référent and the secretary. Ask for a correction: who was present, while the minutes are read again.
        """
        if not user.est_membre(*LISENT):
            return set()
        droits = {"view_reunion"}
        if user.est_membre(*PROPOSENT) and self.propositions_ouvertes:
            droits.add("proposer_point")
        if user.est_membre(*GERENT):
            droits |= {f"{acte}_reunion" for acte in ACTES[self.etat]} | {"copier_reunion", "gerer_reunion"}
            if self.etat in AVANT_LA_SEANCE or self.etat == Etat.TENUE:
                droits.add("proposer_point")
        if self.etat in REDACTION and self.est_redacteur(user):
            droits.add("rediger_reunion")
        if self.etat == Etat.TENUE and self.est_redacteur(user):
            droits.add("pointer_reunion")
        if self.etat == Etat.RELECTURE and (
            self.est_redacteur(user) or self.convocations.presentes(user).exists()
        ):
            droits.add("amender_reunion")
        return droits

    def noter_arrangement(self):
        """The agenda changed: whoever arranges it in another window is told before overwriting anything."""
        self.ordre = F("ordre") + 1
        self.ranger("ordre")
        self.refresh_from_db(fields=["ordre"])

    def _exiger(self, acte):
        manques = self.manques(acte)
        if acte not in ACTES[self.etat]:
            manques = [
                f"Cet acte n’est plus possible : la réunion est « {self.get_etat_display().lower()} »."
            ]
        if manques:
            raise ValidationError(manques)

    def _exiger_motif(self, acte, motif):
        self._exiger(acte)
        if not motif.strip():
            raise ValidationError("Dites pourquoi : les personnes invitées liront ce motif.")

    @transaction.atomic
    def modifiee(self, *, par, deplacee: bool) -> int:
        """Its fields were saved by the form. Moved after the convocation, people answer anew: that was for another day.
        Who was convoked hears at once of another moment or place; returns how many.
        """
        from concertation.convocations.nouvelles import prevenir_de_l_essentiel

        if deplacee and self.etat == Etat.CONVOQUEE:
            for convocation in self.convocations.avec_reponse():
                convocation.oublier_reponse(par=par)
        consigner("concertation.reunion_modifiee", self, par=par, verbe=Verbe.MODIFICATION)
        return prevenir_de_l_essentiel(self, par=par)

    def _passer(self, etat, acte, par, *, motif="", **champs):
        """The record in its new state, its history, its line in the journal, and word of it to who is invited."""
        from concertation.convocations.courriels import DE_L_ETAT

        self.etat, self.motif = etat, motif
        if etat in PARCOURS and etat != Etat.BROUILLON:
            champs.setdefault(PARCOURS[etat], timezone.now())
        for nom, valeur in champs.items():
            setattr(self, nom, valeur)
        self._history_user, self._change_reason = par, motif[:100]
        self.save()
        consigner(f"concertation.{acte}", self, par=par, verbe=Verbe.MODIFICATION, motif=motif)
        if etat in DE_L_ETAT:
            DE_L_ETAT[etat](self, par=par)

    @transaction.atomic
    def arreter(self, *, par):
        """Close the agenda: from now on an item that comes in needs a reason (R47). Raises ValidationError."""
        from concertation.reunions.creation import assurer_suivi

        assurer_suivi(self, par=par)
        self._exiger("arreter")
        self._passer(Etat.ARRETEE, "ordre_du_jour_arrete", par)

    @transaction.atomic
    def rouvrir(self, *, par):
        """Back to a draft, as long as nobody was convoked."""
        self._exiger("rouvrir")
        self._passer(Etat.BROUILLON, "ordre_du_jour_rouvert", par, arretee_le=None)

    @transaction.atomic
    def convoquer(self, *, par):
        """The invited people are called: one e-mail each waits in the queue. Raises ValidationError."""
        self._exiger("convoquer")
        self._passer(Etat.CONVOQUEE, "reunion_convoquee", par, sequence=self.sequence + 1)

    @transaction.atomic
    def tenir(self, *, par):
        """Open the meeting: attendance and minutes can be written. A meeting of the past may be entered this way too."""
        self._exiger("tenir")
        self._passer(Etat.TENUE, "reunion_tenue", par)

    @transaction.atomic
    def relire(self, *, par):
        """Put the minutes together and circulate them to those who were present."""
        from concertation.compte_rendu.models import CompteRendu

        self._exiger("relire")
        compte_rendu = CompteRendu(reunion=self)
        compte_rendu._history_user = par
        compte_rendu.save()
        self._passer(Etat.RELECTURE, "compte_rendu_circule", par)

    @transaction.atomic
    def approuver(self, *, par, lors_de):
        """Approved at a later meeting, then locked: a correction is a dated addendum (R55)."""
        self._exiger("approuver")
        if lors_de.debut <= self.debut:
            raise ValidationError("Le compte rendu s’approuve à une réunion qui suit celle-ci.")
        self.compte_rendu.approuver(par=par, lors_de=lors_de)
        self._passer(Etat.APPROUVEE, "compte_rendu_approuve", par)

    @transaction.atomic
    def reporter(self, *, par, motif):
        """Postponed, to a date that may not be known yet; the invited people read the reason."""
        self._exiger_motif("reporter", motif)
        self._passer(Etat.REPORTEE, "reunion_reportee", par, motif=motif, sequence=self.sequence + 1)

    @transaction.atomic
    def reprogrammer(self, *, par, debut):
        """A new date, the same length; the agenda is open again and the invited people answer anew."""
        self._exiger("reprogrammer")
        if debut <= timezone.now():
            raise ValidationError("La nouvelle date doit être à venir.")
        ecart = self.debut - self.limite_propositions
        for convocation in self.convocations.all():
            convocation.oublier_reponse(par=par)
        self._passer(
            Etat.BROUILLON,
            "reunion_reprogrammee",
            par,
            debut=debut,
            fin=debut + timedelta(minutes=self.duree),
            limite_propositions=max(debut - ecart, min(timezone.now(), debut)),
            arretee_le=None,
            convoquee_le=None,
        )

    @transaction.atomic
    def annuler(self, *, par, motif):
        """Cancelled for good; the invited people read the reason, and their calendars forget the meeting. What partners
        had proposed is not lost: those items go to the next meeting, or wait for it.
        """
        self._exiger_motif("annuler", motif)
        for point in self.points.a_traiter():
            point.reporter(par=par, reponse="La réunion est annulée.")
        self._passer(Etat.ANNULEE, "reunion_annulee", par, motif=motif, sequence=self.sequence + 1)
