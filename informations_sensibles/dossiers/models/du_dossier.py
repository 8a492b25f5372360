"""What every child of a dossier shares: it is read by whoever reads the dossier."""

import uuid

from django.db import models

from csil.comptes.liens import auteur, moment


def lien_du_dossier(pluriel: str):
    """Link a child to its dossier, which calls them `pluriel`."""
    return models.ForeignKey(
        "Dossier", models.PROTECT, editable=False, related_name=pluriel, verbose_name="dossier"
    )


class DuDossierQuerySet(models.QuerySet):
    def visible_to(self, user):
        dossiers = self.model._meta.get_field("dossier").related_model
        return self.filter(dossier__in=dossiers.objects.visible_to(user))


class DuDossier(models.Model):
    """Hang something from a dossier, which the subclass names in `dossier` (`lien_du_dossier`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier: models.ForeignKey
    par = auteur("écrit par")
    le = moment("écrit le")

    objects = DuDossierQuerySet.as_manager()

    class Meta:
        abstract = True

    # False once it was taken out of the dossier, and kept
    est_actuel = True

    def get_absolute_url(self):
        return self.dossier.get_absolute_url()

    def droits_de(self, user) -> set[str]:
        """Let it be read with the dossier, changed by who contributes to it while it is open, until it is taken out."""
        droits = {f"view_{self._meta.model_name}"}
        if self.est_actuel and "contribuer_dossier" in self.dossier.droits_de(user):
            droits |= {f"change_{self._meta.model_name}"}
        return droits
