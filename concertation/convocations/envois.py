"""What convoking a meeting is about to do: shown before it is done."""

from functools import cached_property

from concertation.commun.groupes import membres
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.reunions.suite import avec_adresses


class Depart:
    """Who will be written to, with what, and what is still missing."""

    def __init__(self, reunion):
        self.reunion = reunion

    @cached_property
    def manques(self) -> list[tuple[str, str]]:
        return avec_adresses(self.reunion, self.reunion.manques("convoquer"))

    @cached_property
    def convocations(self) -> list:
        return list(self.reunion.convocations.select_related("partenaire"))

    @cached_property
    def avec_pdf(self) -> list:
        """Those who do not read the meeting on the platform."""
        comptes = {adresse.lower() for adresse in membres().values_list("email", flat=True)}
        return [c for c in self.convocations if c.courriel.lower() not in comptes]

    @cached_property
    def ordre_du_jour(self) -> OrdreDuJour:
        return OrdreDuJour(self.reunion)
