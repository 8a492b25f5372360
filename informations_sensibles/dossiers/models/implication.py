from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee
from informations_sensibles.dossiers.actes import parties
from informations_sensibles.dossiers.models.du_dossier import DuDossier, lien_du_dossier


class Qualite(models.TextChoices):
    """Say in what quality somebody is in a dossier: a closed list (R20)."""

    SUIVIE = "suivie", "Personne suivie"
    PROCHE = "proche", "Proche"
    TEMOIN = "temoin", "Témoin"
    SIGNALANT = "signalant", "Signalant"
    VICTIME = "victime", "Victime"
    PROFESSIONNEL = "professionnel", "Professionnel"


class Implication(DuDossier):
    """Enter somebody in a dossier, by quality and by words that name nobody: « la mère », « l’éducatrice ».

    One person is followed in a dossier. Who they are is in `Identite`, masked.
    """

    dossier = lien_du_dossier("implications")
    qualite = models.CharField("qualité", max_length=15, choices=Qualite)
    designation = LigneGardee(
        "désignation", max_length=100, help_text="Sans nom : « la mère », « l’éducateur de rue »."
    )
    retiree_le = models.DateTimeField("retirée le", null=True, blank=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "personne dans le dossier"
        verbose_name_plural = "personnes dans le dossier"
        ordering = ["le"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(qualite="suivie", retiree_le=None),
                name="une_personne_suivie",
                violation_error_message="Un dossier suit une seule personne.",
            )
        ]

    @property
    def est_actuel(self) -> bool:
        return self.retiree_le is None

    @property
    def est_suivie(self) -> bool:
        """Say whether this is the person whom the dossier follows."""
        return self.qualite == Qualite.SUIVIE

    def droits_de(self, user) -> set[str]:
        """Let whoever contributes write and see who people are; the person whom the dossier follows stays in it."""
        du_dossier = self.dossier.droits_de(user)
        droits = {"view_implication"}
        if "contribuer_dossier" in du_dossier:
            droits |= {"ecrire_identite"}
            droits |= {"change_implication"} if self.est_actuel and not self.est_suivie else set()
        return droits | ({"reveler_identite"} if "reveler_dossier" in du_dossier else set())

    identifier = parties.identifier
    retirer = parties.retirer_personne

    def __str__(self):
        return f"{self.get_qualite_display()} ({self.designation})"
