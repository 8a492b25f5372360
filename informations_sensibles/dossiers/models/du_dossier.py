"""What every child of a dossier shares: it is read by whoever reads the dossier."""

import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from csil.formulaires import verrouiller
from csil.journal import Verbe, consigner


class DuDossierQuerySet(models.QuerySet):
    def visible_to(self, user):
        dossiers = self.model._meta.get_field("dossier").related_model
        return self.filter(dossier__in=dossiers.objects.visible_to(user))


class DuDossier(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(
        "Dossier", models.PROTECT, editable=False, related_name="%(class)ss", verbose_name="dossier"
    )
    par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="écrit par"
    )
    le = models.DateTimeField("écrit le", default=timezone.now, editable=False)

    objects = DuDossierQuerySet.as_manager()

    class Meta:
        abstract = True

    # False once it was taken out of the dossier, and kept
    est_actuel = True

    def get_absolute_url(self):
        return self.dossier.get_absolute_url()

    def droits_de(self, user) -> set[str]:
        """Read with the dossier, changed by who contributes to it while it is open, until it is taken out."""
        droits = {f"view_{self._meta.model_name}"}
        if self.est_actuel and "contribuer_dossier" in self.dossier.droits_de(user):
            droits |= {f"change_{self._meta.model_name}"}
        return droits

    @classmethod
    @transaction.atomic
    def ecrire(cls, dossier, *, par, **champs):
        """Added by who contributes to the dossier."""
        dossier._permettre("contribuer_dossier", par)
        objet = cls(dossier=dossier, par=par, **champs)
        objet.full_clean()
        objet.save(force_insert=True)
        consigner(f"cellule.{cls._meta.model_name}_ecrit", dossier, par=par, verbe=Verbe.COLLECTE)
        return objet

    @transaction.atomic
    def marquer(self, champ, *, par):
        """« retiree_le », « retire_le »: no longer of the day, and kept."""
        actuel = verrouiller(self)
        if f"change_{self._meta.model_name}" not in actuel.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur ce dossier.")
        setattr(actuel, champ, timezone.now())
        actuel.save()
        acte = f"cellule.{self._meta.model_name}_retire"
        consigner(acte, actuel.dossier, par=par, verbe=Verbe.MODIFICATION)
