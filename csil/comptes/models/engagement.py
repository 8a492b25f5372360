from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.journal.models import Verbe, consigner


class TexteEngagement(models.Model):
    """A version of the confidentiality undertaking. The highest version is in force: publishing one asks everybody again."""

    version = models.PositiveIntegerField("version", unique=True)
    titre = models.CharField("titre", max_length=150)
    contenu = models.TextField("texte")
    publie_le = models.DateTimeField("publié le", default=timezone.now, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "texte de l’engagement de confidentialité"
        verbose_name_plural = "textes de l’engagement de confidentialité"
        ordering = ["-version"]

    def __str__(self):
        return f"{self.titre}, version {self.version}"

    @transaction.atomic
    def accepter(self, *, par):
        """Once per person and version; a second click changes nothing."""
        engagement, nouveau = Engagement.objects.get_or_create(personne=par, texte=self)
        if nouveau:
            consigner("comptes.engagement", self, par=par, verbe=Verbe.COLLECTE)
        return engagement


class EngagementQuerySet(models.QuerySet):
    def en_vigueur(self):
        return self.filter(
            texte=models.Subquery(TexteEngagement.objects.order_by("-version").values("pk")[:1])
        )


class Engagement(models.Model):
    """One person accepted one version, on a date; never rewritten (R06)."""

    personne = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="engagements")
    texte = models.ForeignKey(
        TexteEngagement, models.PROTECT, related_name="engagements", verbose_name="texte"
    )
    accepte_le = models.DateTimeField("accepté le", default=timezone.now, editable=False)

    history = HistoricalRecords()
    objects = EngagementQuerySet.as_manager()

    class Meta:
        verbose_name = "engagement de confidentialité"
        verbose_name_plural = "engagements de confidentialité"
        constraints = [models.UniqueConstraint("personne", "texte", name="engagement_unique")]

    def __str__(self):
        return f"{self.personne}, {self.texte}"
