from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords


class Plateforme(models.Model):
    """The platform's card, as the client gave it. One row."""

    commune = models.CharField("commune", max_length=100)
    organisme = models.CharField("organisme", max_length=200)
    province = models.CharField("province", max_length=100)
    domaine = models.CharField("domaine", max_length=200)
    prevention = models.CharField("prévention", max_length=100)
    contact = models.CharField("personne de contact", max_length=200, blank=True)
    financement = models.CharField(
        "financement", max_length=250, blank=True, help_text="Une mention, jamais un partenaire (R11)."
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "carte de la plateforme"
        verbose_name_plural = "carte de la plateforme"
        constraints = [
            models.CheckConstraint(
                condition=Q(id=1), name="plateforme_seule", violation_error_message="La carte existe déjà."
            )
        ]

    def __str__(self):
        return f"{self.domaine} de {self.commune}"

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)
