import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee, TexteGarde
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.signaler import actes, droits
from partenaires.annuaire.models import Niveau, Partenaire

AUTRE_COMMUNE = "Ce partenaire est d’une autre commune : dites aussi pourquoi il est associé ici."
A_VENIR = "Cette décision n’est pas encore prise : la date est à venir."


class OuvertureQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()

    def en_vigueur(self):
        return self.filter(fermee_le=None)


class OuverturePartenaire(models.Model):
    """Keep the Bourgmestre’s dated decision that the people of one partner may report on a person (R03, R10).

    Opened and closed by the Bourgmestre alone, in person; the Cellule reads both, and why.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partenaire = models.ForeignKey(
        Partenaire, models.PROTECT, related_name="ouvertures", verbose_name="partenaire"
    )
    decision_du = models.DateField("décision du")
    motif = TexteGarde("pourquoi ce partenaire", max_length=1000)
    motif_commune = TexteGarde("pourquoi un partenaire d’une autre commune", max_length=1000, blank=True)
    ouverte_par = auteur("ouverte par")
    ouverte_le = moment("ouverte le")
    fermee_par = auteur("fermée par", facultatif=True)
    fermee_le = models.DateTimeField("fermée le", null=True, blank=True, editable=False)
    motif_fermeture = LigneGardee("pourquoi elle est fermée", max_length=250, blank=True, editable=False)

    history = HistoricalRecords()
    objects = OuvertureQuerySet.as_manager()

    droits_de = droits.de_l_ouverture
    ouvrir = classmethod(actes.ouvrir_partenaire)
    fermer = actes.fermer_partenaire

    class Meta:
        verbose_name = "ouverture à un partenaire"
        verbose_name_plural = "ouvertures aux partenaires"
        ordering = ["-ouverte_le"]
        permissions = [("fermer_ouverture", "Fermer l’ouverture")]
        constraints = [
            models.UniqueConstraint(
                fields=["partenaire"],
                condition=Q(fermee_le=None),
                name="une_ouverture_par_partenaire",
                violation_error_message="Ce partenaire peut déjà faire un signalement.",
            ),
            models.CheckConstraint(
                condition=Q(fermee_par=None, fermee_le=None, motif_fermeture="")
                | Q(fermee_par__isnull=False, fermee_le__isnull=False) & ~Q(motif_fermeture=""),
                name="ouverture_fermee_motivee",
                violation_error_message="Une ouverture se ferme pour une raison.",
            ),
        ]

    def __str__(self):
        return f"ouverture à {self.partenaire}"

    def get_absolute_url(self):
        return reverse("ouvertures")

    def clean(self):
        if self.decision_du and self.decision_du > timezone.localdate():
            raise ValidationError({"decision_du": A_VENIR})
        d_ailleurs = self.partenaire_id and self.partenaire.niveau.code == Niveau.AUTRE_COMMUNE
        if d_ailleurs and not self.motif_commune.strip():
            raise ValidationError({"motif_commune": AUTRE_COMMUNE})
