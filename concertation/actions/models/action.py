from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import GERENT, LISENT
from concertation.ordre_du_jour.models import PointOrdreDuJour
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner
from partenaires.appartenances.models import Appartenance


class EtatAction(models.TextChoices):
    OUVERTE = "ouverte", "En cours"
    FAITE = "faite", "Faite"
    RETIREE = "retiree", "Retirée"


class ActionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.est_membre(*LISENT) else self.none()

    def ouvertes(self):
        return self.filter(etat=EtatAction.OUVERTE)

    def de(self, user):
        """One's own, and those of the partners one works for."""
        siens = Appartenance.objects.en_vigueur().filter(personne=user).values("partenaire")
        return self.filter(Q(responsable=user) | Q(partenaire__in=siens))

    def ouvertes_avant(self, reunion):
        """What the agenda of this meeting takes up again by itself (R54): not closed when it began, and born before it."""
        return self.filter(cree_le__lt=reunion.debut).filter(
            Q(close_le=None) | Q(close_le__gte=reunion.debut)
        )

    def par_urgence(self):
        """Overdue first, then by date; what is closed comes last, the latest first."""
        ouverte = models.Case(
            models.When(etat=EtatAction.OUVERTE, then=0), default=1, output_field=models.IntegerField()
        )
        return self.order_by(ouverte, "echeance", "pk")

    def en_retard(self):
        return self.ouvertes().filter(echeance__lt=timezone.localdate())


class Action(Versionne):
    """A task with one owner and one date; it comes back on every agenda until it is done or withdrawn (R53, R54)."""

    point = models.ForeignKey(
        PointOrdreDuJour, models.PROTECT, related_name="actions", verbose_name="point", editable=False
    )
    quoi = LigneGardee("action", max_length=300)
    responsable = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="qui s’en charge",
    )
    partenaire = models.ForeignKey(
        "partenaires.Partenaire",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ou quel partenaire",
    )
    echeance = models.DateField("pour le")
    etat = models.CharField(
        "état", max_length=10, choices=EtatAction, default=EtatAction.OUVERTE, editable=False
    )
    motif = TexteGarde("motif", max_length=600, blank=True, editable=False)
    cree_le = models.DateTimeField("créée le", default=timezone.now, editable=False)
    close_le = models.DateTimeField("close le", null=True, editable=False)
    rappelee_le = models.DateTimeField("rappelée le", null=True, editable=False)

    history = HistoricalRecords()
    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = "action"
        verbose_name_plural = "actions"
        ordering = ["echeance", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(responsable__isnull=False, partenaire=None)
                | Q(responsable=None, partenaire__isnull=False),
                name="action_un_responsable",
                violation_error_message="Une action a un seul responsable : une personne, ou un partenaire.",
            ),
            models.CheckConstraint(
                condition=~Q(etat=EtatAction.RETIREE) | ~Q(motif=""),
                name="action_retrait_motive",
                violation_error_message="Une action se retire avec un motif.",
            ),
        ]

    def __str__(self):
        return self.quoi

    def get_absolute_url(self):
        return reverse("action", args=[self.pk])

    @property
    def qui(self) -> str:
        return str(self.responsable or self.partenaire.nom_court)

    @property
    def jours_de_retard(self) -> int:
        """0 while there is time, or once it is closed."""
        if self.etat != EtatAction.OUVERTE:
            return 0
        return max(0, (timezone.localdate() - self.echeance).days)

    @property
    def etat_en_mots(self) -> str:
        """Its state today: « En cours », « En retard de 7 jours », « Faite », « Retirée »."""
        retard = self.jours_de_retard
        return f"En retard de {retard} jour{'s' * (retard > 1)}" if retard else self.get_etat_display()

    def est_sienne(self, user) -> bool:
        if self.responsable_id:
            return self.responsable_id == user.pk
        return Appartenance.objects.en_vigueur().filter(personne=user, partenaire=self.partenaire_id).exists()

    def droits_de(self, user) -> set[str]:
        """Read: every member. Note progress, close: its owner and the Référent. Withdraw, change: the Référent."""
        if not user.est_membre(*LISENT):
            return set()
        droits = {"view_action"}
        if self.etat != EtatAction.OUVERTE:
            return droits
        if user.est_membre(*GERENT):
            return droits | {"avancer_action", "modifier_action", "retirer_action"}
        return droits | {"avancer_action"} if self.est_sienne(user) else droits

    @transaction.atomic
    def noter(self, *, par, texte):
        """How far it is."""
        note = NoteAction(action=self, texte=texte, par=par)
        note._history_user = par
        note.save()
        consigner("concertation.action_avancee", self, par=par, verbe=Verbe.MODIFICATION)
        return note

    @transaction.atomic
    def faire(self, *, par, texte=""):
        self._clore(EtatAction.FAITE, par, "action_faite", texte)

    @transaction.atomic
    def retirer(self, *, par, motif):
        self._clore(EtatAction.RETIREE, par, "action_retiree", motif)

    def _clore(self, etat, par, acte, motif):
        if self.etat != EtatAction.OUVERTE:
            raise ValidationError(
                f"Cette action est déjà close : elle est « {self.get_etat_display().lower()} »."
            )
        self.etat, self.motif, self.close_le = etat, motif, timezone.now()
        self._history_user = par
        self.save()
        consigner(f"concertation.{acte}", self, par=par, verbe=Verbe.MODIFICATION, motif=motif)


class NoteAction(models.Model):
    """A progress note."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="notes", verbose_name="action")
    texte = TexteGarde("où en est-on", max_length=600)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="par")
    le = models.DateTimeField("le", default=timezone.now)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "note d’avancement"
        verbose_name_plural = "notes d’avancement"
        ordering = ["le"]

    def __str__(self):
        return self.texte
