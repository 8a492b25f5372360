from django.apps import AppConfig

from csil.declarations import declarer_paquet


class PartenairesConfig(AppConfig):
    """The package that says who the people are: organisations, services, contacts, memberships, mandates."""

    name = "partenaires"
    verbose_name = "Partenaires"
    accords = [
        "REVOKE DELETE ON partenaires_mandat, partenaires_suspension FROM csil_app",
        "REVOKE UPDATE, DELETE ON partenaires_attestationhabilitation FROM csil_app",
    ]

    def ready(self):
        declarer_paquet(self.name)
