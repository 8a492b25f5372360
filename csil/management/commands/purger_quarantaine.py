from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from csil.quarantaine import purger
from csil.quarantaine.models import Quarantaine


class Command(BaseCommand):
    help = (
        "Efface, sur le serveur, les contenus en quarantaine dont deux personnes ont décidé l’effacement : les textes de "
        "la fiche et de toutes ses versions. Inscrit au journal. Les sauvegardes antérieures restent à traiter à part."
    )

    def handle(self, **options: Any) -> None:
        with connection.cursor() as curseur:
            curseur.execute("SELECT csil_est_proprietaire()")
            if not curseur.fetchone()[0]:
                raise CommandError(
                    "cette commande se lance sur le serveur, en propriétaire (CSIL_PROPRIETAIRE=1)."
                )
        quarantaines = list(Quarantaine.objects.a_purger())
        for quarantaine in quarantaines:
            tables = purger(quarantaine)
            self._reecrire(tables)
            self.stdout.write(f"{quarantaine.quoi} : effacé ({len(tables)} tables).")
        if not quarantaines:
            attente = Quarantaine.objects.ouvertes().count()
            self.stdout.write(f"Rien à effacer. En quarantaine, sans deux décisions : {attente}.")

    def _reecrire(self, tables: list[str]) -> None:
        """Rewrite the tables, whose files still hold the rows as they were."""
        if not connection.in_atomic_block:
            with connection.cursor() as curseur:
                for table in tables:
                    curseur.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
