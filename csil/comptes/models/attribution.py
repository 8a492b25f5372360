from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes import actes
from csil.comptes.liens import personne as lien


class ProfilGroupe(models.Model):
    """A group in words: what it opens and what it takes to enter it; kept by the code, read-only for the application."""

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
    """The membership of a person in a group, given by whom, when and why; a sensitive group asks for a mandate, too."""

    personne = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="attributions")
    groupe = models.ForeignKey(Group, models.CASCADE, related_name="attributions")
    attribuee_par = lien("attribuée par", null=True, editable=False)
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

    attribuer = classmethod(actes.attribuer)
    retirer = actes.retirer


class GroupeEnVigueur(models.Model):
    """A membership that counts now, read by Python and by the policies alike (view `csil_groupe_en_vigueur`)."""

    personne = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, related_name="+")
    groupe = models.ForeignKey(Group, models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "csil_groupe_en_vigueur"

    def __str__(self):
        return f"{self.personne_id} : {self.groupe_id}"
