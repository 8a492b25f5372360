"""The note that the Référent and the secretary keep for themselves beside an item."""

from django.db import models
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import GERENT, LISENT
from concertation.ordre_du_jour.actes import note as actes
from concertation.ordre_du_jour.models.point import PointOrdreDuJour
from csil.garde import TexteGarde
from csil.historique.versionne import Versionne


class NoteSecretariatQuerySet(models.QuerySet):
    """Finds notes by who may read them."""

    def visible_to(self, user):
        """Show notes to the Référent and to the secretary of that meeting only."""
        if user.est_membre(*GERENT):
            return self
        return self.filter(point__reunion__secretaire=user) if user.est_membre(*LISENT) else self.none()


class NoteSecretariat(Versionne):
    """Keeps what the Référent and the secretary note for themselves beside an item: on no agenda, print or minutes."""

    point = models.OneToOneField(
        PointOrdreDuJour, models.CASCADE, related_name="note", verbose_name="point", editable=False
    )
    texte = TexteGarde("note du secrétariat", max_length=2000, blank=True)

    history = HistoricalRecords()
    objects = NoteSecretariatQuerySet.as_manager()

    ecrire = actes.ecrire

    class Meta:
        verbose_name = "note du secrétariat"
        verbose_name_plural = "notes du secrétariat"

    def __str__(self):
        return f"Note sur « {self.point} »"

    def droits_de(self, user) -> set[str]:
        """Say what this person may do: write it, like whoever may note beside the item."""
        return {"ecrire_note"} if "noter_point" in self.point.droits_de(user) else set()
