from django.db import models
from simple_history.models import HistoricalRecords

from csil.garde import TexteGarde
from informations_sensibles.dossiers.models.du_dossier import DuDossier, lien_du_dossier


class Conclusion(models.TextChoices):
    PROLONGER = "prolonger", "Poursuivre le suivi"
    CLORE = "clore", "Aller vers la clôture"
    REGARD = "regard", "Coup d’œil après la clôture"


# What a review concludes; a look back after closing concludes nothing.
D_UNE_REVUE = (Conclusion.PROLONGER, Conclusion.CLORE)


class Revue(DuDossier):
    """Keep a periodic look at a dossier: whether the follow-up goes on, and why (R61). Each prolongation is counted.

    A look back after closing is written down the same way (R62).
    """

    dossier = lien_du_dossier("revues")
    conclusion = models.CharField("conclusion", max_length=12, choices=Conclusion)
    motif = TexteGarde("motif", max_length=1500)
    prochaine_revue = models.DateField("prochaine revue", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "revue"
        verbose_name_plural = "revues"
        ordering = ["-le"]

    def __str__(self):
        return self.get_conclusion_display()
