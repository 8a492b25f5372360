from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.journal.models import Verbe, consigner


class ProfilGroupe(models.Model):
    """What a group opens, in words, and what it takes to enter it. Kept by the code, read-only for the application."""

    groupe = models.OneToOneField(Group, models.CASCADE, related_name="profil", verbose_name="groupe")
    ouvre = models.TextField("ce que le groupe ouvre")
    sensible = models.BooleanField("sensible", help_text="N’ouvre rien sans mandat confirmé.")
    confirme = models.BooleanField("confirme les mandats")
    second_facteur = models.BooleanField("second facteur exigé")
    securite = models.BooleanField("tient lieu d’officier de sécurité", default=False)
    ordre = models.PositiveSmallIntegerField("ordre")

    class Meta:
        verbose_name = "groupe"
        ordering = ["ordre"]

    def __str__(self):
        return self.groupe.name


class Attribution(models.Model):
    """A person put in a group, by whom, when and why. Behind a sensitive group must also stand a mandate."""

    personne = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="attributions")
    groupe = models.ForeignKey(Group, models.CASCADE, related_name="attributions")
    attribuee_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="attribuée par",
    )
    attribuee_le = models.DateTimeField("attribuée le", default=timezone.now, editable=False)
    motif = models.CharField("motif", max_length=250, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "appartenance à un groupe"
        verbose_name_plural = "appartenances aux groupes"
        ordering = ["groupe__name"]
        constraints = [
            models.UniqueConstraint(
                "personne",
                "groupe",
                name="attribution_unique",
                violation_error_message="Cette personne est déjà dans ce groupe.",
            )
        ]

    def __str__(self):
        return f"{self.personne} : {self.groupe}"

    @classmethod
    @transaction.atomic
    def attribuer(cls, *, par, personne, groupe, motif=""):
        """Put the person in an ordinary group, at once. A sensitive one begins with a mandate (`Mandat.demander`).

        Raises ValidationError for oneself, for a sensitive group, or if the person is in the group already.
        """
        if groupe.profil.sensible:
            raise ValidationError("Ce groupe ne s’ouvre que par un mandat confirmé : demandez-en un.")
        attribution = cls(personne=personne, groupe=groupe, attribuee_par=par, motif=motif)
        attribution._pas_pour_soi(par)
        attribution.full_clean()
        attribution._history_user = par
        attribution.save()
        attribution._consigner("comptes.groupe_attribue", par, motif)
        return attribution

    @transaction.atomic
    def retirer(self, *, par, motif=""):
        """Out of the group, from the next request on: the row goes, its history stays."""
        self._pas_pour_soi(par)
        self._history_user, self._change_reason = par, motif
        self._consigner("comptes.groupe_retire", par, motif)
        self.delete()

    def _pas_pour_soi(self, par):
        if self.personne_id == par.pk:
            raise ValidationError(
                "Personne ne s’attribue ni ne se retire un groupe : demandez à un autre administrateur."
            )

    def _consigner(self, acte, par, motif):
        destinataires = [str(self.personne_id)]
        consigner(
            acte, self.groupe, par=par, verbe=Verbe.ATTRIBUTION, motif=motif, destinataires=destinataires
        )


class GroupeEnVigueur(models.Model):
    """Memberships that count now, read by Python and by the policies alike (view `csil_groupe_en_vigueur`)."""

    personne = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, related_name="+")
    groupe = models.ForeignKey(Group, models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "csil_groupe_en_vigueur"

    def __str__(self):
        return f"{self.personne_id} : {self.groupe_id}"
