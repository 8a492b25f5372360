import uuid

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.journal.models import Verbe, consigner


class Regle(models.TextChoices):
    """Why content is put away: never in somebody's words, which could repeat it."""

    MARQUAGE = "marquage_decouvert", "Un marquage a été découvert sur la pièce"
    SOURCE = "dit_par_la_source", "Le service d’origine l’a dit classifié"
    DOUTE = "doute", "Un doute, en attendant l’officier de sécurité"


class QuarantaineQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The security officer's, and what one put away oneself: that it exists, never what it says."""
        return self if user.est_membre(*settings.CSIL_OFFICIERS_SECURITE) else self.filter(par=user)

    def ouvertes(self):
        return self.filter(levee_le=None, purgee_le=None)

    def a_purger(self):
        """Two different people decided."""
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
    par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name="mis par"
    )
    levee_le = models.DateTimeField("levée le", null=True, editable=False)
    levee_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="levée par",
    )
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
                "objet_type", "objet_id", condition=Q(levee_le=None), name="quarantaine_une_a_la_fois"
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
        """« Signalement contextuel 7f3a09c1 »: which one, not what it says."""
        nom = str(apps.get_model(self.objet_type)._meta.verbose_name)
        return f"{nom[:1].upper()}{nom[1:]} {self.objet_id[:8]}"

    @property
    def ouverte(self) -> bool:
        return self.levee_le is None and self.purgee_le is None

    @property
    def decidee(self) -> bool:
        """Two people decided: the owner's command may erase."""
        return len(self.decisions.all()) >= 2

    def droits_de(self, user) -> set[str]:
        """Whoever put it away knows that it is. An officer decides once; lifting is for another than who put it away."""
        if not user.est_membre(*settings.CSIL_OFFICIERS_SECURITE):
            return {"view_quarantaine"} if user == self.par else set()
        droits = {"view_quarantaine"}
        if self.ouverte and not self.decidee:
            if user.pk not in {decision.par_id for decision in self.decisions.all()}:
                droits.add("purger_quarantaine")
            if user != self.par:
                droits.add("lever_quarantaine")
        return droits

    @classmethod
    @transaction.atomic
    def mettre(cls, objet, *, par, regle) -> "Quarantaine":
        """Hide the record from everybody, `par` included. Raises ValidationError if it is hidden already."""
        quarantaine = cls(
            objet_type=objet._meta.label_lower, objet_id=str(objet.pk), par=par, regle=Regle(regle)
        )
        try:
            with transaction.atomic():
                quarantaine.save(force_insert=True)
        except IntegrityError as erreur:
            raise ValidationError("Quelqu’un vient de mettre ce contenu en quarantaine.") from erreur
        consigner("classification.quarantaine", objet, par=par, verbe=Verbe.MODIFICATION, motif=regle)
        return quarantaine

    @transaction.atomic
    def decider_purge(self, *, par) -> None:
        """One of the two voices that the command waits for. Raises ValidationError for whoever has decided already."""
        if not self.ouverte or self.decisions.filter(par=par).exists():
            raise ValidationError("Vous avez déjà décidé, ou la quarantaine a pris fin.")
        self.decisions.create(par=par)
        consigner("classification.purge_decidee", self, par=par, verbe=Verbe.MODIFICATION)

    @transaction.atomic
    def lever(self, *, par) -> None:
        """Nothing was classified: the record is visible again. Raises ValidationError for whoever put it away."""
        if not self.ouverte or par == self.par:
            raise ValidationError("Une quarantaine ouverte se lève par une autre personne.")
        self.levee_le, self.levee_par = timezone.now(), par
        self.save(update_fields=["levee_le", "levee_par"])
        consigner("classification.quarantaine_levee", self, par=par, verbe=Verbe.MODIFICATION)


class DecisionPurge(models.Model):
    """One person's decision that the content be erased; never changed, and two are needed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    quarantaine = models.ForeignKey(
        Quarantaine, models.PROTECT, related_name="decisions", verbose_name="quarantaine"
    )
    par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="décidée par"
    )
    le = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "décision d’effacer"
        ordering = ["le"]
        constraints = [models.UniqueConstraint("quarantaine", "par", name="decision_purge_une_par_personne")]

    def __str__(self):
        return f"{self.par}, {timezone.localtime(self.le):%d/%m/%Y}"
