"""What every child of a dossier shares: it is read by whoever reads the dossier."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone


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
