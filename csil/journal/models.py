import uuid
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone


class Verbe(models.TextChoices):
    """The operation that a line tells of: the six operations of directive 2016/680, art. 25, and what an account lives through."""

    COLLECTE = "collecte", "collecte"
    MODIFICATION = "modification", "modification"
    CONSULTATION = "consultation", "consultation"
    COMMUNICATION = "communication", "communication"
    INTERCONNEXION = "interconnexion", "interconnexion"
    EFFACEMENT = "effacement", "effacement"
    CONNEXION = "connexion", "connexion"
    REFUS = "refus", "refus"
    ATTRIBUTION = "attribution", "attribution d’un droit"


class EntreeJournal(models.Model):
    """A line of the journal: who did what, when, on which record, why, for whom (R67, R68).

    Identifiers only, never what a record says (R69). Append-only in the database, for everybody. The key is made
    here and nothing is read back, so that writing does not need the right to read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    quand = models.DateTimeField("quand", default=timezone.now)
    qui = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="qui"
    )
    verbe = models.CharField("opération", max_length=20, choices=Verbe.choices)
    acte = models.CharField("acte", max_length=100)
    objet_type = models.CharField("genre d’objet", max_length=100, blank=True)
    objet_id = models.CharField("objet", max_length=64, blank=True)
    motif = models.TextField("motif", blank=True)
    destinataires = ArrayField(models.TextField(), verbose_name="destinataires", default=list, blank=True)
    # Told by the database, from who speaks: a line without a name is the platform's or a visitor's
    de_la_plateforme = models.BooleanField("de la plateforme", default=False, editable=False)

    class Meta:
        verbose_name = "ligne du journal"
        verbose_name_plural = "journal"
        ordering = ["-quand"]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.quand):%d/%m/%Y %H:%M} {self.acte}"

    @property
    def auteur(self) -> str:
        """The author as the journal's pages say it: a name, « la plateforme » or « un visiteur »."""
        return str(self.qui) if self.qui_id else "la plateforme" if self.de_la_plateforme else "un visiteur"


def consigner(
    acte: str,
    objet: models.Model | None = None,
    *,
    par: Any = None,
    verbe: str,
    motif: str = "",
    destinataires: Iterable[str] = (),
) -> EntreeJournal:
    """Append a line in the name of `par`, who must be the one who speaks (the database checks); None: a visitor, or the clock.

    `acte` is a code such as « partenaires.fiche_relue »; `objet` the record it is about.
    """
    return EntreeJournal.objects.create(
        qui=par,
        verbe=verbe,
        acte=acte,
        objet_type=objet._meta.label_lower if objet is not None else "",
        objet_id=str(objet.pk) if objet is not None else "",
        motif=motif,
        destinataires=list(destinataires),
    )
