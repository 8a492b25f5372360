import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from csil.comptes.liens import personne as lien


class Cause(models.TextChoices):
    """Why a mandate opens nothing until an authority confirms it again (conception §3)."""

    SECOND_FACTEUR = (
        "second_facteur",
        "second facteur installé ou changé hors d’une connexion qui l’avait passé",
    )
    TELEPHONE = "telephone", "second facteur retiré par un administrateur"
    MOT_DE_PASSE = "mot_de_passe", "mot de passe changé hors d’une connexion vérifiée"
    REINITIALISATION = "reinitialisation", "mot de passe réinitialisé par courriel"
    INVITATION = "invitation", "premier mot de passe choisi après la confirmation"
    ADRESSE = "adresse", "adresse électronique changée"
    REVUE = "revue", "revue périodique non faite"


class SuspensionQuerySet(models.QuerySet):
    """Suspensions, by whether they still shut their mandate."""

    def ouvertes(self):
        """Keep those that nobody has lifted."""
        return self.filter(levee_le=None)


class Suspension(models.Model):
    """What shuts a mandate until one authority confirms it again, and who then did.

    Written by the database itself when what proves a person's identity is changed by anybody else (`partenaires/sql/
    suspensions.sql`), and by the clock when a review was not done. No history: its own dates and authors are one,
    the journal has its lines, and only lifting, once, is ever written on it.
    """

    Cause = Cause

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mandat = models.ForeignKey("partenaires.Mandat", models.PROTECT, related_name="suspensions")
    cause = models.CharField("cause", max_length=20, choices=Cause)
    depuis = models.DateTimeField("depuis", default=timezone.now)
    # Who changed the account: nobody for a visitor, a command of the server or the clock
    changee_par = lien("changement fait par", null=True)
    levee_par = lien("levée par", null=True)
    levee_le = models.DateTimeField("levée le", null=True)
    motif_levee = models.TextField("pourquoi", blank=True)

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        verbose_name = "suspension"
        ordering = ["depuis", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mandat", "cause", "changee_par"],
                condition=models.Q(levee_le=None),
                nulls_distinct=False,
                name="suspension_ouverte_unique",
            ),
            models.CheckConstraint(
                condition=models.Q(levee_le=None, levee_par=None)
                | models.Q(levee_le__isnull=False, levee_par__isnull=False),
                name="suspension_levee_signee",
            ),
        ]

    def __str__(self):
        return f"{self.get_cause_display()}, {timezone.localtime(self.depuis):%d/%m/%Y}"


class EcheanceMandat(models.Model):
    """A confirmed mandate as the clock reads it: dates, states, owners (view `partenaires_echeancemandat`)."""

    id = models.UUIDField(primary_key=True)
    personne = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, related_name="+")
    groupe = models.ForeignKey("auth.Group", models.DO_NOTHING, related_name="+")
    autorite = models.BooleanField("groupe d’autorité")
    fin = models.DateTimeField()
    revu_le = models.DateTimeField("confirmé ou revu le")
    suspendu_le = models.DateTimeField("suspendu depuis le", null=True)

    class Meta:
        managed = False
        db_table = "partenaires_echeancemandat"

    def __str__(self):
        return str(self.pk)
