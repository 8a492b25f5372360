from django.db import models
from django.urls import reverse

from csil.historique.versionne import Versionne
from partenaires.annuaire.models.partenaire import Partenaire


class RubriqueQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(partenaire__in=Partenaire.objects.visible_to(user))


class Rubrique(Versionne):
    """What a partner's record is made of: it is seen, and kept, exactly as the record is."""

    partenaire = models.ForeignKey(
        Partenaire, models.CASCADE, related_name="%(class)ss", verbose_name="partenaire", editable=False
    )

    objects = RubriqueQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self):
        return f"{reverse('partenaire', args=[self.partenaire_id])}#{self._meta.model_name}s"

    def droits_de(self, user) -> set[str]:
        return self.partenaire.droits_de(user)
