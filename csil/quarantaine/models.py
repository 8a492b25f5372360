import uuid

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from csil.comptes.liens import personne as lien
from csil.quarantaine import actes


class Regle(models.TextChoices):
    """The reasons to put content away, never in somebody's words, which could repeat it."""

    MARQUAGE = "marquage_decouvert", "Un marquage a été découvert sur la pièce"
    SOURCE = "dit_par_la_source", "Le service d’origine l’a dit classifié"
    DOUTE = "doute", "Un doute, en attendant l’officier de sécurité"


class QuarantaineQuerySet(models.QuerySet):
    """Quarantines, by who knows of them and by what is still to be done."""

    def visible_to(self, user):
        """Keep all for the security officer, else what one put away oneself: that it exists, never what it says."""
        return self if user.est_membre(*settings.CSIL_OFFICIERS_SECURITE) else self.filter(par=user)

    def ouvertes(self):
        """Keep those neither lifted nor erased."""
        return self.filter(levee_le=None, purgee_le=None)

    def a_purger(self):
        """Keep those that two different people decided to erase."""
        return self.ouvertes().alias(voix=Count("decisions__par", distinct=True)).filter(voix__gte=2)


class Quarantaine(models.Model):
    """A record hidden from everybody since somebody found that it holds classified content (R31).

    Identifiers only. It stays hidden once it is erased; it comes back if the security officer says that nothing was.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    objet_type = models.CharField("genre d’objet", max_length=100, editable=False)
    objet_id = models.CharField("objet", max_length=64, editable=False)
    regle = models.CharField("pourquoi", max_length=20, choices=Regle.choices)
    depuis = models.DateTimeField("depuis", default=timezone.now, editable=False)
    par = auteur("mis par")
    levee_le = models.DateTimeField("levée le", null=True, editable=False)
    levee_par = lien("levée par", null=True, editable=False)
    purgee_le = models.DateTimeField("purgée le", null=True, editable=False)

    history = HistoricalRecords()
    objects = QuarantaineQuerySet.as_manager()

    class Meta:
        verbose_name = "quarantaine"
        ordering = ["-depuis"]
        permissions = [
            ("purger_quarantaine", "Décider l’effacement"),
            ("lever_quarantaine", "Rendre de nouveau visible"),
        ]
        constraints = [
            models.UniqueConstraint(
                "objet_type",
                "objet_id",
                condition=Q(levee_le=None),
                name="quarantaine_une_a_la_fois",
                violation_error_message=actes.DEJA,
            ),
            models.CheckConstraint(
                condition=Q(levee_le=None, levee_par=None)
                | Q(levee_le__isnull=False, levee_par__isnull=False, purgee_le=None) & ~Q(levee_par=F("par")),
                name="quarantaine_levee_par_un_autre",
            ),
        ]

    def __str__(self):
        return f"Quarantaine du {timezone.localtime(self.depuis):%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("quarantaine", args=[self.pk])

    @property
    def quoi(self) -> str:
        """The record, named without a word of it: « Signalement contextuel 7f3a09c1 »."""
        nom = str(apps.get_model(self.objet_type)._meta.verbose_name)
        return f"{nom[:1].upper()}{nom[1:]} {self.objet_id[:8]}"

    @property
    def ouverte(self) -> bool:
        """Say whether the record is hidden and can still come back."""
        return self.levee_le is None and self.purgee_le is None

    @property
    def decidee(self) -> bool:
        """Say whether two people decided, so that the owner's command may erase."""
        return len(self.decisions.all()) >= 2

    def droits_de(self, user) -> set[str]:
        """Give the rights of `user`: whoever put it away knows that it is; an officer decides once; another than them lifts it."""
        if not user.est_membre(*settings.CSIL_OFFICIERS_SECURITE):
            return {"view_quarantaine"} if user == self.par else set()
        droits = {"view_quarantaine"}
        if self.ouverte and not self.decidee:
            if user.pk not in {decision.par_id for decision in self.decisions.all()}:
                droits.add("purger_quarantaine")
            if user != self.par:
                droits.add("lever_quarantaine")
        return droits

    mettre = classmethod(actes.mettre)
    decider_purge = actes.decider_purge
    lever = actes.lever


class DecisionPurge(models.Model):
    """The decision of one person that the content be erased; never changed, and two are needed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    quarantaine = models.ForeignKey(
        Quarantaine, models.PROTECT, related_name="decisions", verbose_name="quarantaine"
    )
    par = lien("décidée par")
    le = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "décision d’effacer"
        ordering = ["le"]
        constraints = [models.UniqueConstraint("quarantaine", "par", name="decision_purge_une_par_personne")]

    def __str__(self):
        return f"{self.par}, {timezone.localtime(self.le):%d/%m/%Y}"
