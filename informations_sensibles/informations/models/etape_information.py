import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from csil.garde import LigneGardee
from informations_sensibles.circuits.models import Acte


class DeLInformationQuerySet(models.QuerySet):
    def visible_to(self, user):
        informations = self.model._meta.get_field("information").related_model
        return self.filter(information__in=informations.objects.visible_to(user))


class EtapeInformationQuerySet(DeLInformationQuerySet):
    def attendent(self):
        """Keep the current step of each circuit under way: those to come have no date yet."""
        ecartee = Q(information__etat="ecartee")
        return self.filter(faite_le=None, echeance__isnull=False).exclude(ecartee)

    def en_retard(self):
        return self.attendent().filter(echeance__lt=timezone.localdate())


class EtapeInformation(models.Model):
    """Keep one step of the circuit that an information goes through: what its role must do, until when, and what was done.

    Copied from the circuit in force when the information was entered, which stays its circuit.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    information = models.ForeignKey(
        "Information", models.PROTECT, editable=False, related_name="etapes", verbose_name="information"
    )
    ordre = models.PositiveSmallIntegerField("ordre", editable=False)
    acte = models.CharField("acte", max_length=30, editable=False)
    role = models.CharField("rôle", max_length=60, editable=False)
    consigne = models.CharField("consigne", max_length=300, blank=True, editable=False)
    delai_jours = models.PositiveSmallIntegerField("délai, en jours", editable=False)
    echeance = models.DateField("à faire avant le", null=True, blank=True, editable=False)
    faite_par = auteur("faite par", facultatif=True)
    faite_le = models.DateTimeField("faite le", null=True, blank=True, editable=False)
    mot = LigneGardee("mot", max_length=300, blank=True)

    history = HistoricalRecords()
    objects = EtapeInformationQuerySet.as_manager()

    class Meta:
        verbose_name = "étape d’un circuit"
        verbose_name_plural = "étapes d’un circuit"
        ordering = ["ordre"]
        indexes = [
            models.Index("role", "information", name="etape_information_a_faire", condition=Q(faite_le=None))
        ]
        constraints = [
            models.UniqueConstraint("information", "ordre", name="etape_information_ordre"),
            models.CheckConstraint(
                condition=Q(faite_le=None, faite_par=None)
                | Q(faite_le__isnull=False, faite_par__isnull=False),
                name="etape_information_signee",
            ),
        ]

    def __str__(self):
        return self.nom

    @property
    def nom(self) -> str:
        """Write « Évaluer (4×4) », or the words of the circuit for an act that is like no other."""
        return self.consigne if self.acte == Acte.AUTRE else Acte(self.acte).label

    @property
    def en_retard(self) -> bool:
        return self.faite_le is None and self.echeance is not None and self.echeance < timezone.localdate()

    @property
    def jours_de_retard(self) -> int:
        return (timezone.localdate() - self.echeance).days if self.en_retard else 0
