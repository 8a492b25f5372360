import sys
from typing import Any

from django.core.management.base import BaseCommand

from outils.cloison.epreuve import eprouver


class Command(BaseCommand):
    help = "Joue chaque personne contre chaque ligne et chaque adresse ; n’écrit rien. Sort avec 1 s’il y a une fuite."

    def handle(self, **options: Any) -> None:
        bilan = eprouver()
        for phrase in (*bilan.fuites, *bilan.ecarts):
            self.stdout.write(phrase)
        self.stdout.write(
            f"{len(bilan.fuites)} fuite{'s' * (len(bilan.fuites) > 1)}, {len(bilan.ecarts)} "
            f"écart{'s' * (len(bilan.ecarts) > 1)} : {bilan.personnes} personnes, {bilan.lignes} lignes, {bilan.pages} pages"
        )
        if bilan.fuites or bilan.ecarts:
            sys.exit(1)
