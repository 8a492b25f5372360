from django.core.management.base import BaseCommand

from informations_sensibles.circuits.depart import charger


class Command(BaseCommand):
    help = "Charge un circuit de départ, « à valider », pour chaque genre et source qui n’en a pas encore."

    def handle(self, **options):
        ouverts = charger()
        for circuit in ouverts:
            self.stdout.write(f"Circuit ouvert : {circuit}")
        self.stdout.write(
            f"{len(ouverts)} circuits de départ, à valider par le Référent et par le Chef de Corps."
        )
