import uuid
from datetime import timedelta

from django.db import models, transaction
from django.db.models.functions import Now
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee
from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import est_de_la_cellule, partenaires_ouverts_pour

# How long an identity stays legible to whoever asked for it (also in sql/identites.sql).
DUREE = timedelta(minutes=15)


class RevelationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show one's own; the data protection officer reads all of them in the journal, motive included."""
        concerne = est_de_la_cellule(user) or partenaires_ouverts_pour(user).exists()
        return self.filter(par=user) if concerne else self.none()

    def ouvertes_a(self, user):
        """Give the keys of the identities that this person may read now."""
        return self.filter(par=user, le__gt=Now() - DUREE).order_by().values("identite")


class Revelation(models.Model):
    """Open an identity for fifteen minutes to somebody who asked to see it, and said why (F2, R68)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    identite = models.ForeignKey(
        "Identite", models.PROTECT, editable=False, related_name="revelations", verbose_name="identité"
    )
    par = auteur("demandée par")
    motif = LigneGardee("pourquoi", max_length=250)
    le = moment("demandée le")

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
        """Open the identity to this person, and keep the motive in the journal under `objet`, on whose page it is asked.

        The policy refuses it on an identity that this person may not ask to see.
        """
        revelation = cls(identite_id=identite_id, par=par, motif=motif)
        revelation.full_clean(exclude=["identite"])
        revelation.save(force_insert=True)
        consigner("cellule.identite_revelee", objet, par=par, verbe=Verbe.CONSULTATION, motif=motif)
        return revelation
