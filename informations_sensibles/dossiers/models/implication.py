from django.db import models, transaction
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee
from informations_sensibles.dossiers.models.du_dossier import DuDossier
from informations_sensibles.dossiers.models.identite import Identite


class Qualite(models.TextChoices):
    """In what quality somebody is in a dossier: a closed list (R20)."""

    SUIVIE = "suivie", "Personne suivie"
    PROCHE = "proche", "Proche"
    TEMOIN = "temoin", "Témoin"
    SIGNALANT = "signalant", "Signalant"
    VICTIME = "victime", "Victime"
    PROFESSIONNEL = "professionnel", "Professionnel"


class Implication(DuDossier):
    """Somebody in a dossier, by quality and by words that name nobody: « la mère », « l’éducatrice ».

    One person is followed in a dossier. Who they are is in `Identite`, masked.
    """

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

    def droits_de(self, user) -> set[str]:
        """The person whom the dossier follows stays in it; whoever contributes writes and sees who people are."""
        du_dossier = self.dossier.droits_de(user)
        droits = {"view_implication"}
        if "contribuer_dossier" in du_dossier:
            droits |= {"ecrire_identite"}
            droits |= {"change_implication"} if self.est_actuel and self.qualite != Qualite.SUIVIE else set()
        return droits | ({"reveler_identite"} if "reveler_dossier" in du_dossier else set())

    @transaction.atomic
    def identifier(self, *, par, motif, date_naissance=None, interet_enfant="", **nom):
        """Write down who this is, or put it right, with a motive for the journal; nothing of it enters the dossier.

        The birth date of the person whom the dossier follows says whether they are a minor (R23).
        """
        dossier = self.dossier
        dossier._permettre("contribuer_dossier", par)
        cle = dossier.identites().get(self.pk)
        if cle:
            Identite.objects.get(pk=cle).modifier(par=par, motif=motif, date_naissance=date_naissance, **nom)
        else:
            Identite.saisir(par=par, motif=motif, implication=self, date_naissance=date_naissance, **nom)
        if self.qualite == Qualite.SUIVIE and date_naissance:
            dossier.noter_naissance(date_naissance, interet_enfant, par=par)

    def retirer(self, *, par):
        self.marquer("retiree_le", par=par)

    def __str__(self):
        return f"{self.get_qualite_display()} ({self.designation})"
