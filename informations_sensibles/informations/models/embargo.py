import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee
from informations_sensibles.commun.permissions import NOYAU, a_un_role, est_de_la_cellule, membres

# Whoever took a step, or lifted an embargo, still reads the information this long after (also in sql/informations.sql).
RELECTURE = timedelta(days=1)


class EmbargoQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show them to the person who set it; to the legal core once that person has left the Cellule."""
        if not est_de_la_cellule(user):
            return self.none()
        tenus = Q(pose_par=user)
        if a_un_role(user, NOYAU):
            tenus |= ~Q(pose_par__in=membres().values("pk"))
        informations = self.model._meta.get_field("information").related_model
        return self.filter(tenus).filter(information__in=informations.objects.visible_to(user))

    def en_vigueur(self):
        return self.filter(leve_le=None)

    def tenus_par(self, user):
        """Give the keys of the informations that this person holds back: theirs to read until they let go, and one day more."""
        tenus = Q(leve_le=None) | Q(leve_le__gt=Now() - RELECTURE)
        return self.filter(tenus, pose_par=user).order_by().values("information")

    def caches_a(self, user):
        """Give the keys of the informations that are hidden from this person, whatever else opens them."""
        tenus = Q(pose_par=user)
        if a_un_role(user, NOYAU):
            tenus |= ~Q(pose_par__in=membres().values("pk"))
        return self.en_vigueur().exclude(tenus).order_by().values("information")


class Embargo(models.Model):
    """Hold an information back for an authority: from everybody but the person who set it, until it is lifted (R43).

    The date is when its setter is reminded; only a decision lifts it. When its setter has left the Cellule, the legal core
    holds it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    information = models.ForeignKey(
        "Information", models.PROTECT, editable=False, related_name="embargos", verbose_name="information"
    )
    autorite = LigneGardee("autorité qui le demande", max_length=150)
    motif = LigneGardee("motif", max_length=250)
    jusqu_au = models.DateField("jusqu’au")
    pose_par = auteur("posé par")
    pose_le = moment("posé le")
    leve_par = auteur("levé par", facultatif=True)
    leve_le = models.DateTimeField("levé le", null=True, blank=True, editable=False)
    motif_levee = LigneGardee("pourquoi il est levé", max_length=250, blank=True)

    history = HistoricalRecords()
    objects = EmbargoQuerySet.as_manager()

    class Meta:
        verbose_name = "embargo"
        verbose_name_plural = "embargos"
        ordering = ["-pose_le"]
        permissions = [("lever_embargo", "Lever l’embargo")]
        constraints = [
            models.UniqueConstraint(
                fields=["information"],
                condition=Q(leve_le=None),
                name="un_embargo_a_la_fois",
                violation_error_message="Cette information est déjà sous embargo.",
            ),
            models.CheckConstraint(
                condition=Q(leve_le=None) | Q(leve_par__isnull=False) & ~Q(motif_levee=""),
                name="embargo_leve_motive",
                violation_error_message="Lever un embargo est une décision : dites pourquoi.",
            ),
        ]

    def __str__(self):
        return f"embargo jusqu’au {self.jusqu_au:%d/%m/%Y}"
