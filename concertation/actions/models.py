"""What is concluded about an item (R53): a decision, an opinion, an action; and how far an action is."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.actions import actes
from concertation.actions.etats import EtatAction
from concertation.commun.groupes import GERENT, LISENT
from concertation.ordre_du_jour.models import PointOrdreDuJour
from csil.comptes.liens import moment, personne
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from partenaires.appartenances.models import Appartenance

__all__ = ["Action", "Avis", "Decision", "EtatAction", "NoteAction"]


class Decision(Versionne):
    """Keeps a decision, taken by somebody who has the power to take it, named with it."""

    point = models.ForeignKey(
        PointOrdreDuJour, models.CASCADE, related_name="decisions", verbose_name="point", editable=False
    )
    texte = TexteGarde("décision", max_length=600)
    decidee_par = models.CharField(
        "qui décide", max_length=150, help_text="La fonction qui a ce pouvoir, par exemple « Bourgmestre »."
    )

    history = HistoricalRecords()

    modifier = actes.modifier
    retirer = actes.effacer

    class Meta:
        verbose_name = "décision"
        verbose_name_plural = "décisions"
        ordering = ["pk"]

    def __str__(self):
        return self.texte

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: change it or take it back, like whoever writes the minutes of its item."""
        redige = "rediger_point" in self.point.droits_de(user)
        return {"modifier_conclusion", "retirer_conclusion"} if redige else set()


class Avis(Versionne):
    """Keeps an opinion: collective, and binding for nobody."""

    point = models.ForeignKey(
        PointOrdreDuJour, models.CASCADE, related_name="avis", verbose_name="point", editable=False
    )
    texte = TexteGarde("avis", max_length=600)
    reserves = LigneGardee(
        "réserves",
        max_length=250,
        blank=True,
        help_text="Par exemple « sans opposition », ou ce qui ne fait pas accord.",
    )

    history = HistoricalRecords()

    modifier = actes.modifier
    retirer = actes.effacer

    class Meta:
        verbose_name = "avis"
        verbose_name_plural = "avis"
        ordering = ["pk"]

    def __str__(self):
        return self.texte

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: change it or take it back, like whoever writes the minutes of its item."""
        redige = "rediger_point" in self.point.droits_de(user)
        return {"modifier_conclusion", "retirer_conclusion"} if redige else set()


class ActionQuerySet(models.QuerySet):
    """Finds actions by who may read them, whose they are and when they are due."""

    def visible_to(self, user):
        """Show every action to every member of the Concertation."""
        return self if user.est_membre(*LISENT) else self.none()

    def ouvertes(self):
        """Keep what is neither done nor withdrawn."""
        return self.filter(etat=EtatAction.OUVERTE)

    def de(self, user):
        """Keep one's own, and those of the partners one works for."""
        siens = Appartenance.objects.en_vigueur().filter(personne=user).values("partenaire")
        return self.filter(Q(responsable=user) | Q(partenaire__in=siens))

    def ouvertes_avant(self, reunion):
        """Keep what the agenda of this meeting takes up again by itself (R54): not closed when it began, and born before it."""
        return self.filter(cree_le__lt=reunion.debut).filter(
            Q(close_le=None) | Q(close_le__gte=reunion.debut)
        )

    def par_urgence(self):
        """Put what is overdue first, then by date; what is closed comes last, the latest first."""
        ouverte = models.Case(
            models.When(etat=EtatAction.OUVERTE, then=0), default=1, output_field=models.IntegerField()
        )
        return self.order_by(ouverte, "echeance", "pk")

    def en_retard(self):
        """Keep what is open and past its date."""
        return self.ouvertes().filter(echeance__lt=timezone.localdate())


class Action(Versionne):
    """Keeps a task with one owner and one date; it comes back on every agenda until it is done or withdrawn (R53, R54)."""

    point = models.ForeignKey(
        PointOrdreDuJour, models.PROTECT, related_name="actions", verbose_name="point", editable=False
    )
    quoi = LigneGardee("action", max_length=300)
    responsable = personne("qui s’en charge", null=True, blank=True)
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
    cree_le = moment("créée le")
    close_le = models.DateTimeField("close le", null=True, editable=False)
    rappelee_le = models.DateTimeField("rappelée le", null=True, editable=False)

    history = HistoricalRecords()
    objects = ActionQuerySet.as_manager()

    modifier = actes.modifier
    noter = actes.noter
    faire = actes.faire
    avancer = actes.avancer
    retirer = actes.retirer

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
        """Name its owner."""
        return str(self.responsable or self.partenaire.nom_court)

    @property
    def jours_de_retard(self) -> int:
        """Count the days since it was due; 0 while there is time, or once it is closed."""
        if self.etat != EtatAction.OUVERTE:
            return 0
        return max(0, (timezone.localdate() - self.echeance).days)

    @property
    def etat_en_mots(self) -> str:
        """Say its state today: « En cours », « En retard de 7 jours », « Faite », « Retirée »."""
        retard = self.jours_de_retard
        return f"En retard de {retard} jour{'s' * (retard > 1)}" if retard else self.get_etat_display()

    def est_sienne(self, user) -> bool:
        """Tell whether this person owns it, or works for the partner that does."""
        if self.responsable_id:
            return self.responsable_id == user.pk
        return Appartenance.objects.en_vigueur().filter(personne=user, partenaire=self.partenaire_id).exists()

    def droits_de(self, user) -> set[str]:
        """Say what this person may do with this action, now.

        Every member reads. While it is open, its owner and the Référent note progress and close it, the Référent changes and
        withdraws it. Whoever writes the minutes where it was concluded corrects it there.
        """
        if not user.est_membre(*LISENT):
            return set()
        droits, ouverte = {"view_action"}, self.etat == EtatAction.OUVERTE
        if "rediger_point" in self.point.droits_de(user):
            droits |= {"modifier_conclusion"} | ({"retirer_conclusion"} if ouverte else set())
        if ouverte and user.est_membre(*GERENT):
            droits |= {
                "avancer_action",
                "modifier_action",
                "retirer_action",
                "modifier_conclusion",
                "retirer_conclusion",
            }
        elif ouverte and self.est_sienne(user):
            droits.add("avancer_action")
        return droits


class NoteAction(models.Model):
    """Keeps a progress note."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="notes", verbose_name="action")
    texte = TexteGarde("où en est-on", max_length=600)
    par = personne("par")
    le = models.DateTimeField("le", default=timezone.now)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "note d’avancement"
        verbose_name_plural = "notes d’avancement"
        ordering = ["le"]

    def __str__(self):
        return self.texte
