"""The demonstration's meetings. `charger` is called by the command, as owner, after the partners'."""

from concertation.demonstration.reunions import Demonstration


def charger():
    Demonstration().charger()
