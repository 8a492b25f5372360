from django.apps import AppConfig

from csil.declarations import declarer_paquet


class ConcertationConfig(AppConfig):
    """The first group: meetings, agendas, minutes, actions. Never a named person."""

    name = "concertation"
    verbose_name = "Concertation intersectorielle locale"
    accords = [
        "REVOKE DELETE ON concertation_reunion, concertation_pointordredujour, concertation_action, concertation_compterendu, "
        "concertation_amendement, concertation_addendum, concertation_noteaction FROM csil_app",
    ]

    def ready(self):
        declarer_paquet(self.name)
