from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import GERENT, LISENT
from concertation.reunions.models import Etat, Reunion
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner


class Attendu(models.TextChoices):
    INFORMATION = "information", "Information"
    ECHANGE = "echange", "Échange"
    DECISION = "decision", "Décision"


class Section(models.TextChoices):
    """In this order on every agenda (R46)."""

    OUVERTURE = "ouverture", "Ouverture"
    NOUVEAUX = "nouveaux", "Points nouveaux"
    EN_COURS = "en_cours", "Points en cours"
    A_CLOTURER = "a_cloturer", "Points à clôturer"


class Nature(models.TextChoices):
    """What recurs from meeting to meeting."""

    ORDINAIRE = "ordinaire", "Point ordinaire"
    APPROBATION = "approbation", "Approbation du compte rendu précédent"
    SUIVI = "suivi", "Suivi des actions"
    DIVERS = "divers", "Divers"


class EtatPoint(models.TextChoices):
    PROPOSE = "propose", "Proposé"
    A_COMPLETER = "a_completer", "À compléter"
    INSCRIT = "inscrit", "Inscrit à l’ordre du jour"
    REFUSE = "refuse", "Refusé"
    REPORTE = "reporte", "Reporté"
    RETIRE = "retire", "Retiré"


# The Référent has not said yes or no; then what still counts.
EN_ATTENTE = (EtatPoint.PROPOSE, EtatPoint.A_COMPLETER)
VIVANTS = (*EN_ATTENTE, EtatPoint.INSCRIT)
# States of the meeting in which its agenda still takes and gives items.
OUVERTES = (Etat.BROUILLON, Etat.ARRETEE, Etat.CONVOQUEE, Etat.TENUE)


class PointQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With its meeting; what waits for a meeting, to the same members."""
        return self if user.est_membre(*LISENT) else self.none()

    def inscrits(self):
        """On the agenda, in the order of the sections, then of their rank."""
        rangs = [models.When(section=section, then=rang) for rang, section in enumerate(Section.values)]
        return self.filter(etat=EtatPoint.INSCRIT).order_by(
            models.Case(*rangs, output_field=models.IntegerField()), "rang", "pk"
        )

    def en_attente(self):
        """The Référent has not answered yet."""
        return self.filter(etat=EtatPoint.PROPOSE)

    def a_traiter(self):
        """What a meeting that will not be held must hand on: the items that recur come back by themselves."""
        return self.filter(etat__in=VIVANTS, nature=Nature.ORDINAIRE)

    def en_reserve(self):
        """Postponed to a meeting that does not exist yet."""
        return self.filter(reunion=None, etat=EtatPoint.PROPOSE)

    def sans_trace(self):
        """Nothing was written about it."""
        textes = self.model._meta.get_field("compte_rendu").related_model.objects.exclude(texte="")
        traces = [Exists(textes.filter(point=OuterRef("pk")))]
        for lien in ("decisions", "avis", "actions"):
            traces.append(
                Exists(self.model._meta.get_field(lien).related_model.objects.filter(point=OuterRef("pk")))
            )
        return self.exclude(traces[0] | traces[1] | traces[2] | traces[3])


class PointOrdreDuJour(Versionne):
    """An item: proposed by a partner or added by the Référent, then on the agenda, refused or postponed."""

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
    propose_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="proposé par"
    )
    propose_le = models.DateTimeField("proposé le", default=timezone.now, editable=False)
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
        return self.nature != Nature.ORDINAIRE

    @property
    def porteur(self) -> str:
        """For whom it comes, then who presents it."""
        return ", ".join(filter(None, [self.partenaire and self.partenaire.nom_court, self.intervenant]))

    @property
    def attend(self) -> bool:
        """For an answer of the Référent, or for what the Référent asked."""
        return self.etat in EN_ATTENTE

    @property
    def suite_eventuelle(self):
        """The item that takes this one up at a later meeting."""
        return getattr(self, "suite", None)

    def droits_de(self, user) -> set[str]:
        """Read: every member. Change or withdraw: whoever proposed it, until the agenda is closed. Answer, postpone: the
        Référent, until the minutes circulate. Note: the secretary, for oneself.
        """
        if not user.est_membre(*LISENT):
            return set()
        droits = {"view_point"}
        etat = self.reunion.etat if self.reunion_id else Etat.BROUILLON
        if self.reunion_id and self.reunion.est_redacteur(user):
            droits.add("noter_point")
        if user.est_membre(*GERENT):
            droits |= self._droits_du_referent(etat)
        if user.pk == self.propose_par_id and etat == Etat.BROUILLON and self.attend:
            droits |= {"modifier_point", "retirer_point", "joindre_point"}
        return droits

    def _droits_du_referent(self, etat) -> set[str]:
        repondre = {"repondre_point"} if self.reunion_id else set()
        if etat == Etat.BROUILLON and self.etat == EtatPoint.REFUSE:
            return repondre
        if etat not in OUVERTES or self.etat not in VIVANTS:
            return set()
        droits = {"modifier_point", "retirer_point", "joindre_point"}
        if self.reunion_id:
            droits.add("reporter_point")
        return droits | repondre if self.attend else droits

    # Acts

    @classmethod
    @transaction.atomic
    def proposer(cls, *, par, reunion, partenaire=None, **champs):
        """A partner proposes; what the Référent adds is on the agenda at once. Late, it needs a reason (R47)."""
        point = cls(reunion=reunion, propose_par=par, partenaire=partenaire, **champs)
        if "proposer_point" not in reunion.droits_de(par):
            raise ValidationError("Les propositions pour cette réunion sont closes. Parlez-en au Référent.")
        if reunion.est_arretee and not point.motif_tardif:
            raise ValidationError(
                {"motif_tardif": "L’ordre du jour est arrêté : un point ajouté maintenant se motive."}
            )
        if par.est_membre(*GERENT):
            point._inscrire()
        point._enregistrer("point_propose", par, Verbe.COLLECTE)
        return point

    @transaction.atomic
    def completer(self, *, par):
        """The proposer answered the Référent's question: the item waits for an answer again."""
        if self.etat == EtatPoint.A_COMPLETER and par.pk == self.propose_par_id:
            self.etat = EtatPoint.PROPOSE
        self._enregistrer("point_modifie", par)

    @transaction.atomic
    def accepter(self, *, par, section="", reponse="", motif_tardif=""):
        """On the agenda, at the end of its section or of this one. Late, it needs a reason (R47)."""
        self._exiger_attente()
        self.section = section or self.section
        if self.reunion.est_arretee and not (motif_tardif or self.motif_tardif):
            raise ValidationError("L’ordre du jour est arrêté : un point ajouté maintenant se motive.")
        self.motif_tardif = motif_tardif or self.motif_tardif
        self._inscrire()
        self._repondre("point_inscrit", par, reponse)

    @transaction.atomic
    def demander(self, *, par, reponse):
        """More is needed before it can stand on the agenda."""
        self._exiger_attente()
        self.etat = EtatPoint.A_COMPLETER
        self._repondre("point_a_completer", par, reponse)

    @transaction.atomic
    def refuser(self, *, par, reponse):
        self._exiger_attente()
        self.etat = EtatPoint.REFUSE
        self._repondre("point_refuse", par, reponse)

    @transaction.atomic
    def retirer(self, *, par, reponse=""):
        """By whoever proposed it, or off the agenda by the Référent."""
        self._exiger_vivant()
        self._quitter()
        self.etat = EtatPoint.RETIRE
        self._repondre("point_retire", par, reponse)

    @transaction.atomic
    def reporter(self, *, par, reponse=""):
        """To the next draft meeting, or kept until there is one; returns the item there. This row says where it went."""
        self._exiger_vivant()
        suivante = Reunion.objects.suivante(self.reunion)
        champs = (
            "titre",
            "attendu",
            "duree",
            "intervenant",
            "pourquoi",
            "section",
            "partenaire",
            "propose_par",
        )
        suite = type(self)(reunion=suivante, reporte_de=self, **{nom: getattr(self, nom) for nom in champs})
        suite._enregistrer("point_reporte_ici", par)
        for document in self.documents.all():
            document.copier_vers(suite, par=par)
        self._quitter()
        self.etat = EtatPoint.REPORTE
        self._repondre("point_reporte", par, reponse)
        return suite

    @transaction.atomic
    def commencer(self, *, par):
        """The meeting comes to this item; a second tap changes nothing."""
        if not self.commence_le:
            self.commence_le = timezone.now()
            self._enregistrer("point_commence", par)

    def _exiger_attente(self):
        if not self.attend and self.etat != EtatPoint.REFUSE:
            raise ValidationError(
                f"Ce point a déjà sa réponse : il est « {self.get_etat_display().lower()} »."
            )

    def _exiger_vivant(self):
        if self.etat not in VIVANTS:
            raise ValidationError(
                f"Ce n’est plus possible : ce point est « {self.get_etat_display().lower()} »."
            )

    def _quitter(self):
        """Off the agenda, if it stood there."""
        if self.etat == EtatPoint.INSCRIT:
            self.reunion.noter_arrangement()

    def _inscrire(self):
        dernier = (
            self.reunion.points.inscrits()
            .filter(section=self.section)
            .aggregate(models.Max("rang"))["rang__max"]
        )
        self.etat, self.rang = EtatPoint.INSCRIT, (dernier or 0) + 1
        self.reunion.noter_arrangement()

    def _repondre(self, acte, par, reponse):
        from concertation.ordre_du_jour.reponses import prevenir

        if self.etat in (EtatPoint.A_COMPLETER, EtatPoint.REFUSE) and not reponse:
            raise ValidationError("Un refus ou une demande de précision se motive.")
        self.reponse, self.repondu_le = reponse, timezone.now()
        self._enregistrer(acte, par)
        prevenir(self, par=par)

    def _enregistrer(self, acte, par, verbe=Verbe.MODIFICATION):
        self._history_user = par
        self.save()
        consigner(f"concertation.{acte}", self, par=par, verbe=verbe)
