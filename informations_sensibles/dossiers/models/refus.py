from django.db import models
from simple_history.models import HistoricalRecords

from csil.garde import TexteGarde
from informations_sensibles.dossiers.models.du_dossier import DuDossier, lien_du_dossier


class Refus(DuDossier):
    """Keep that a partner refuses to take part: its written reason, addressed to the Bourgmestre (R08).

    Nothing records that somebody refused to speak: nobody is obliged to.
    """

    dossier = lien_du_dossier("refus")
    partenaire = models.ForeignKey(
        "partenaires.Partenaire", models.PROTECT, related_name="+", verbose_name="partenaire"
    )
    motif = TexteGarde("motif écrit", max_length=1500)
    date = models.DateField("daté du")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "refus de participer"
        verbose_name_plural = "refus de participer"
        ordering = ["-date"]

    def __str__(self):
        return f"Refus de participer, {self.partenaire}"
