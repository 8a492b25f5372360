"""What convoking a meeting is about to do: shown before it is done."""

from functools import cached_property

from concertation.commun.groupes import membres
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.reunions.suite import avec_adresses


class Depart:
    """Says who will be written to, with what, and what is still missing."""

    def __init__(self, reunion):
        self.reunion = reunion

    @cached_property
    def manques(self) -> list[tuple[str, str]]:
        """Say what is missing before the meeting can be convoked, and where it is mended."""
        return avec_adresses(self.reunion, self.reunion.manques("convoquer"))

    @cached_property
    def convocations(self) -> list:
        """List who will be written to."""
        return list(self.reunion.convocations.select_related("partenaire"))

    @cached_property
    def avec_pdf(self) -> list:
        """List those who do not read the meeting on the platform, and receive its agenda."""
        comptes = {adresse.lower() for adresse in membres().values_list("email", flat=True)}
        return [c for c in self.convocations if c.courriel.lower() not in comptes]

    @cached_property
    def ordre_du_jour(self) -> OrdreDuJour:
        """Read the agenda that is about to leave."""
        return OrdreDuJour(self.reunion)
