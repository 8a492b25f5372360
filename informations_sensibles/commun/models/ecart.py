import uuid

from django.db import models
from django.db.models import F, Q

from csil.comptes.liens import auteur, moment, personne
from csil.garde import LigneGardee
from informations_sensibles.commun import actes
from informations_sensibles.commun.permissions import DECIDENT, a_un_role


class EcartQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show the authorities who read the record all of them, but for what keeps themselves away."""
        if not a_un_role(user, DECIDENT):
            return self.none()
        sujets = self.model._meta.get_field(self.model.SUJET).related_model.objects.visible_to(user)
        return self.filter(**{f"{self.model.SUJET}__in": sujets}).exclude(personne=user)

    def en_vigueur(self):
        return self.filter(leve_le=None)


class Ecart(models.Model):
    """Keep one person away from one record (`sujet`) for a conflict of interest: asked before anything that opens it.

    Decided by an authority, who may keep away themselves; never lifted by the person concerned. A subclass has the
    foreign key that `SUJET` names, no second row in force for the same person and record, and a history.
    """

    SUJET: str
    # What its acts are called in the journal: « cellule.blocage_leve »
    ACTE: str

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    personne = personne("personne")
    motif = LigneGardee("motif", max_length=250)
    par = auteur("décidé par")
    le = moment("décidé le")
    leve_par = auteur("levé par", facultatif=True)
    leve_le = models.DateTimeField("levé le", null=True, editable=False)

    objects = EcartQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-le"]
        permissions = [("lever_blocage", "Lever le blocage")]
        constraints = [
            models.CheckConstraint(
                condition=Q(leve_par=None, leve_le=None)
                | Q(leve_par__isnull=False, leve_le__isnull=False) & ~Q(leve_par=F("personne")),
                name="%(class)s_leve_par_un_autre",
                violation_error_message="Personne ne lève ce qui le tient à l’écart.",
            )
        ]

    def __str__(self):
        return f"{self.personne}, {self.sujet}"

    @property
    def sujet(self):
        """The record that is closed to this person."""
        return getattr(self, self.SUJET)

    def droits_de(self, user) -> set[str]:
        """Say what an authority may do with it; nothing for the person concerned."""
        if not a_un_role(user, DECIDENT) or user.pk == self.personne_id:
            return set()
        return {f"view_{self._meta.model_name}"} | (set() if self.leve_le else {"lever_blocage"})

    lever = actes.lever
