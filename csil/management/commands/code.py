import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from csil.local.demonstration import SECRET_TOTP


class Command(BaseCommand):
    help = "Affiche le code actuel de la démonstration, et le suivant."

    def handle(self, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("Cette commande ne sert qu’à la démonstration.")
        compteur = int(time.time()) // settings.MFA_TOTP_PERIOD
        reste = settings.MFA_TOTP_PERIOD - int(time.time()) % settings.MFA_TOTP_PERIOD
        self.stdout.write(
            f"Code actuel : {format_hotp_value(hotp_value(SECRET_TOTP, compteur))} (encore {reste} s)"
        )
        self.stdout.write(f"Code suivant : {format_hotp_value(hotp_value(SECRET_TOTP, compteur + 1))}")
