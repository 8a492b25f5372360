import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Now
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee
from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import est_de_la_cellule, partenaires_ouverts_pour

# How long an identity stays legible to whoever asked for it (also in sql/identites.sql).
DUREE = timedelta(minutes=15)


class RevelationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own; the data protection officer reads all of them in the journal, motive included."""
        concerne = est_de_la_cellule(user) or partenaires_ouverts_pour(user).exists()
        return self.filter(par=user) if concerne else self.none()

    def ouvertes_a(self, user):
        """Keys of the identities that this person may read now."""
        return self.filter(par=user, le__gt=Now() - DUREE).order_by().values("identite")


class Revelation(models.Model):
    """Somebody asked to see who a person is, and said why: the identity opens to them for fifteen minutes (F2, R68)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    identite = models.ForeignKey(
        "Identite", models.PROTECT, editable=False, related_name="revelations", verbose_name="identité"
    )
    par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name="demandée par",
    )
    motif = LigneGardee("pourquoi", max_length=250)
    le = models.DateTimeField("demandée le", default=timezone.now, editable=False)

    history = HistoricalRecords()
    objects = RevelationQuerySet.as_manager()

    class Meta:
        verbose_name = "identité révélée"
        verbose_name_plural = "identités révélées"
        ordering = ["-le"]

    def __str__(self):
        return f"identité révélée à {self.par}"

    @classmethod
    @transaction.atomic
    def demander(cls, objet, *, identite_id, par, motif):
        """`objet`: the dossier or information on whose page it is asked; the journal keeps the motive.

        The policy refuses it on an identity that this person may not ask to see.
        """
        revelation = cls(identite_id=identite_id, par=par, motif=motif)
        revelation.full_clean(exclude=["identite"])
        revelation.save(force_insert=True)
        consigner("cellule.identite_revelee", objet, par=par, verbe=Verbe.CONSULTATION, motif=motif)
        return revelation
