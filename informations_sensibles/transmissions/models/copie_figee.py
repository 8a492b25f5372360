import hashlib
import uuid

from django.db import models
from simple_history.models import HistoricalRecords

from csil.comptes.groupes import OFFICIER
from csil.comptes.liens import auteur, moment
from informations_sensibles.commun.permissions import NOYAU, a_un_role, est_contact_tfl
from informations_sensibles.transmissions.models.information_transmise import DeLaTransmissionQuerySet


class CopieFigeeQuerySet(DeLaTransmissionQuerySet):
    def visible_to(self, user):
        """Keep the copies for who releases and for the recipient: they repeat words that the dossier’s circle may not read."""
        transmissions = self.model._meta.get_field("transmission").related_model
        lues = self.filter(transmission__in=transmissions.objects.visible_to(user))
        if a_un_role(user, (OFFICIER, *NOYAU)):
            return lues
        return lues.filter(transmission__destinataire=user) if est_contact_tfl(user) else self.none()


class CopieFigee(models.Model):
    """Keep exactly what left: made once, when the transmission is released, under its reader's name.

    A later change of an information changes nothing here; the database refuses another one and another content.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    transmission = models.OneToOneField(
        "Transmission", models.PROTECT, editable=False, related_name="copie", verbose_name="transmission"
    )
    contenu = models.BinaryField("contenu")
    sha256 = models.CharField("empreinte (SHA-256)", max_length=64, editable=False)
    taille = models.PositiveIntegerField("taille", editable=False, help_text="En octets.")
    lecteur = models.CharField("au nom de", max_length=200, editable=False)
    par = auteur("figée par")
    le = moment("figée le")

    history = HistoricalRecords(excluded_fields=["contenu"])
    objects = CopieFigeeQuerySet.as_manager()

    class Meta:
        verbose_name = "copie figée"
        verbose_name_plural = "copies figées"

    def __str__(self):
        return f"copie figée de {self.transmission_id}"

    @property
    def nom(self) -> str:
        """Name the file: « T-9R2C-XY.pdf »."""
        return f"{self.transmission.reference}.pdf"

    @classmethod
    def figer(cls, transmission, octets, *, par):
        """Store the copy of a transmission that is being released: called by its act `liberer`, in the same transaction."""
        return cls.objects.create(
            transmission=transmission,
            contenu=octets,
            sha256=hashlib.sha256(octets).hexdigest(),
            taille=len(octets),
            lecteur=str(transmission.destinataire),
            par=par,
        )
