from django.db import models, transaction
from django.urls import reverse

from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.secteurs.models.secteur import Secteur


def du_secteur(related_name: str) -> models.ForeignKey:
    """The sector that this belongs to: chosen by the address, never typed."""
    return models.ForeignKey(
        Secteur, models.PROTECT, related_name=related_name, verbose_name="secteur", editable=False
    )


class RubriqueQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()


class Rubrique(Versionne):
    """What the record of a sector is made of: seen and kept as the sector is."""

    objects = RubriqueQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self):
        return reverse("secteur", args=[self.secteur_id])

    def droits_de(self, user) -> set[str]:
        return self.secteur.droits_de(user)

    @transaction.atomic
    def enregistrer(self, acte: str, *, par) -> None:
        """Saved as it stands, and a line in the journal: « organisation_ajoutee »."""
        self.save()
        consigner(f"cellule.{acte}", self, par=par, verbe=Verbe.MODIFICATION)
