from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes import actes


class TexteEngagement(models.Model):
    """A version of the confidentiality undertaking; the highest is in force, so that publishing one asks everybody again."""

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

    accepter = actes.accepter


class EngagementQuerySet(models.QuerySet):
    """Acceptances of the undertaking, by its version."""

    def en_vigueur(self):
        """Keep those of the version in force."""
        return self.filter(
            texte=models.Subquery(TexteEngagement.objects.order_by("-version").values("pk")[:1])
        )


class Engagement(models.Model):
    """The acceptance of one version by one person, on a date; never rewritten (R06)."""

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
