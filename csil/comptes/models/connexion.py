from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from csil.comptes import actes

if TYPE_CHECKING:
    from csil.comptes.models.utilisateur import Utilisateur


class Connexion(models.Model):
    """An open login, so that its person can see it and end it. The session key is kept as a digest only.

    No history: the journal has its lines for logins and their ends.
    """

    personne = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="connexions")
    session = models.CharField(max_length=40, unique=True)
    debut = models.DateTimeField("ouverte le", default=timezone.now)
    vue_le = models.DateTimeField("dernière activité", default=timezone.now)
    appareil = models.CharField("appareil", max_length=120)
    adresse = models.GenericIPAddressField("adresse", null=True)

    class Meta:
        verbose_name = "connexion"
        ordering = ["-vue_le"]

    def __str__(self):
        return f"{self.personne}, {timezone.localtime(self.debut):%d/%m/%Y %H:%M}"

    def droits_de(self, personne: "Utilisateur") -> set[str]:
        """Give the rights of `personne`: one ends one's own logins."""
        return {"terminer_connexion"} if personne.pk == self.personne_id else set()

    terminer = actes.terminer
