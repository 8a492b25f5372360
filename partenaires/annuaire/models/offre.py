from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from partenaires.annuaire.models.rubrique import Rubrique
from partenaires.annuaire.ordre import alphabetique


class Offre(Rubrique):
    """An offer of a partner: what it does, for whom, on which conditions, and how to refer somebody to it."""

    intitule = models.CharField("intitulé", max_length=150)
    description = models.TextField("ce qui est proposé", blank=True)
    public = models.TextField("pour qui", blank=True)
    conditions = models.TextField("à quelles conditions", blank=True)
    orientation = models.TextField("comment orienter", blank=True)
    service = models.ForeignKey(
        "Service", models.SET_NULL, null=True, blank=True, related_name="offres", verbose_name="service"
    )
    themes = models.ManyToManyField("Theme", blank=True, related_name="offres", verbose_name="thèmes")
    quartiers = models.ManyToManyField(
        "Quartier", blank=True, related_name="offres", verbose_name="quartiers"
    )

    history = HistoricalRecords(m2m_fields=[themes, quartiers])

    class Meta:
        verbose_name = "offre"
        verbose_name_plural = "offres"
        ordering = alphabetique("intitule")

    def __str__(self):
        return self.intitule

    def clean(self):
        if self.service and self.service.partenaire_id != self.partenaire_id:
            raise ValidationError({"service": "Choisissez parmi ceux de ce partenaire."})
