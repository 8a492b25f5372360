import sys
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from csil.exploitation.demarrage import verifier_base
from csil.travailleur.boucle import Travailleur


class Command(BaseCommand):
    help = "Envoie les courriels en attente et suit les échéances, jusqu’à ce qu’on l’arrête (Ctrl-C)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--une-fois", action="store_true", help="Faire ce qui attend, puis s’arrêter (cron)."
        )

    def handle(self, une_fois: bool, **options: Any) -> None:
        travailleur = Travailleur()
        travailleur.recevoir_les_signaux()
        try:
            verifier_base()
        except ImproperlyConfigured as erreur:
            raise CommandError(f"Réglage : {erreur}") from None
        if not une_fois:
            travailleur.tourner()
        elif not travailleur.une_fois():
            sys.exit(1)
