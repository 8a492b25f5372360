from django.db import models
from django.urls import reverse

from csil.historique.versionne import Versionne
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.secteurs.models.secteur import Secteur


def du_secteur(related_name: str) -> models.ForeignKey:
    """Link what belongs to a sector to it: chosen by the address, never typed."""
    return models.ForeignKey(
        Secteur, models.PROTECT, related_name=related_name, verbose_name="secteur", editable=False
    )


class RubriqueQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()


class Rubrique(Versionne):
    """Make a part of the record of a sector, seen and kept as the sector is."""

    objects = RubriqueQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self):
        return reverse("secteur", args=[self.secteur_id])

    def droits_de(self, user) -> set[str]:
        return self.secteur.droits_de(user)
