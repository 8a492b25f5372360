from django.db import models
from django.urls import reverse

from csil.historique.versionne import Versionne
from partenaires.annuaire import actes
from partenaires.annuaire.models.partenaire import Partenaire


class RubriqueQuerySet(models.QuerySet):
    """Parts of partners' records, by who sees them."""

    def visible_to(self, user):
        """Keep the parts of the records that `user` sees."""
        return self.filter(partenaire__in=Partenaire.objects.visible_to(user))


class Rubrique(Versionne):
    """A part of a partner's record, seen and kept exactly as the record is."""

    partenaire = models.ForeignKey(
        Partenaire, models.CASCADE, related_name="%(class)ss", verbose_name="partenaire", editable=False
    )

    objects = RubriqueQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self):
        return f"{reverse('partenaire', args=[self.partenaire_id])}#{self._meta.model_name}s"

    def droits_de(self, user) -> set[str]:
        """Give the rights of `user` on the partner's record, of which this is a part."""
        return self.partenaire.droits_de(user)

    modifier = actes.modifier_rubrique
    supprimer = actes.supprimer
