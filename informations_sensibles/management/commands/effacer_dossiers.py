from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from informations_sensibles.dossiers.effacer import decides, effacer, retenus


class Command(BaseCommand):
    help = (
        "Efface, sur le serveur, les dossiers dont deux personnes du noyau ont décidé l’effacement et dont le temps de "
        "conservation est passé : textes, identités, informations et toutes leurs versions. Un dossier gelé attend. Inscrit "
        "au journal. Les sauvegardes antérieures restent à traiter à part."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--simuler", action="store_true", help="dit ce qui serait effacé, sans rien effacer"
        )

    def handle(self, *, simuler, **options):
        with connection.cursor() as curseur:
            curseur.execute("SELECT csil_est_proprietaire()")
            if not curseur.fetchone()[0]:
                raise CommandError(
                    "cette commande se lance sur le serveur, en propriétaire (CSIL_PROPRIETAIRE=1)."
                )
        effacements = decides()
        for effacement in effacements:
            if simuler:
                self.stdout.write(f"{effacement.dossier} : serait effacé.")
                continue
            tables = effacer(effacement)
            self._reecrire(tables)
            self.stdout.write(f"{effacement.dossier} : effacé ({len(tables)} tables).")
        if not effacements:
            self.stdout.write("Rien à effacer.")
        if gardes := retenus():
            self.stdout.write(f"Décidés mais retenus (gel, conservation) : {gardes}.")

    def _reecrire(self, tables):
        """Rewrite the tables: until a table is rewritten, its file still holds the rows as they were."""
        if not connection.in_atomic_block:
            with connection.cursor() as curseur:
                for table in dict.fromkeys(tables):
                    curseur.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
