from django.apps import AppConfig
from django.db.models.signals import post_migrate

from csil.declarations import declarer_paquet

# Nothing of the Cellule is deleted by the application, but the steps of a draft, and rights whose history stays.
EFFACABLES = {"droitdossier", "etapecircuit", "etapeprocessus"}


class InformationsSensiblesConfig(AppConfig):
    """The second working group: contextual and individual information, and the link to the TFL, under the wall."""

    name = "informations_sensibles"
    verbose_name = "Informations sensibles"

    @property
    def accords(self):
        """Take the right to delete from csil_app in every table, a new one included, that is not in `EFFACABLES`."""
        tables = [m._meta.db_table for m in self.get_models() if m._meta.model_name not in EFFACABLES]
        return [f"REVOKE DELETE ON {', '.join(tables)} FROM csil_app"]

    def ready(self):
        from informations_sensibles.donnees import initialiser  # its models are loaded by now

        post_migrate.connect(initialiser, sender=self)
        declarer_paquet(self.name)
