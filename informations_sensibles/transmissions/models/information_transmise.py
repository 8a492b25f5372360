import hashlib
import uuid

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.informations.models import Information

# Fields of an information that its copy repeats: when one of them changes, the check is to be done again.
LUS = (
    "synthese", "nature", "date_fait", "evaluation_source", "evaluation_information", "code_traitement", "condition",
    "tlp", "issue_458ter", "originateur", "reference_document", "date_document",
)  # fmt: skip


class DeLaTransmissionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep what hangs from a transmission that this person reads, for the Cellule: the contact TFL reads its copy only."""
        if not est_de_la_cellule(user):
            return self.none()
        transmissions = self.model._meta.get_field("transmission").related_model
        return self.filter(transmission__in=transmissions.objects.visible_to(user))


class InformationTransmiseQuerySet(DeLaTransmissionQuerySet):
    def couvertes(self):
        return self.filter(retiree_le=None)

    def informations(self):
        """Give the informations themselves, as who speaks reads them, in the order of what they tell."""
        lues = Information.objects.filter(pk__in=self.order_by().values("information"))
        return lues.select_related("categorie").order_by("date_fait")

    def attendues(self, user):
        """Keep what is covered by a transmission that waits for its check or its release, and is not closed to this person."""
        transmissions = self.model._meta.get_field("transmission").related_model
        return self.couvertes().filter(
            transmission__in=transmissions.objects.non_fermees_a(user).en_attente()
        )


class InformationTransmise(models.Model):
    """Link a transmission to an information that it covers; what came from the TFL, to the information born of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    transmission = models.ForeignKey(
        "Transmission",
        models.PROTECT,
        editable=False,
        related_name="couvertures",
        verbose_name="transmission",
    )
    information = models.ForeignKey(
        "Information", models.PROTECT, editable=False, related_name="transmises", verbose_name="information"
    )
    empreinte = models.CharField("empreinte vérifiée", max_length=64, blank=True, editable=False)
    par = auteur("choisie par")
    le = moment("choisie le")
    retiree_le = models.DateTimeField("retirée le", null=True, blank=True, editable=False)

    history = HistoricalRecords()
    objects = InformationTransmiseQuerySet.as_manager()

    class Meta:
        verbose_name = "information transmise"
        verbose_name_plural = "informations transmises"
        ordering = ["le", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["transmission", "information"],
                condition=Q(retiree_le=None),
                name="information_transmise_une_fois",
            )
        ]

    def __str__(self):
        return str(self.information_id)


def empreinte(information) -> str:
    """Sum up in a digest what the copy would say of an information."""
    lus = "\x1f".join(str(getattr(information, champ)) for champ in LUS)
    return hashlib.sha256(lus.encode()).hexdigest()
