from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone


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

    def terminer(self) -> None:
        """The session stored under this digest goes too: its browser is logged out at its next request."""
        Session.objects.filter(pk=self.session).delete()
        self.delete()
