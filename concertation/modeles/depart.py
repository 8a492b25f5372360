"""What a new meeting starts from: nothing, a template, or another meeting. It is in the address, so that it can be linked."""

from datetime import datetime, timedelta
from functools import cached_property

from django.utils import timezone

from concertation.modeles.creation import REPRIS
from concertation.modeles.models import ModeleReunion
from concertation.reunions.models import Reunion

UNE_SEMAINE = timedelta(days=7)


class Depart:
    """Reads what a meeting starts from, `?modele=3` or `?reunion=12`; an unknown one is nothing. Only what this person sees can be started from."""

    def __init__(self, user, demande):
        self.modeles = list(ModeleReunion.objects.visible_to(user))
        self.reunions = Reunion.objects.visible_to(user)
        self.demande = demande

    @cached_property
    def modele(self) -> ModeleReunion | None:
        """Find the template that was asked for."""
        choisi = self.demande.get("modele", "")
        return next((modele for modele in self.modeles if str(modele.pk) == choisi), None)

    @cached_property
    def reunion(self) -> Reunion | None:
        """Find the meeting that was asked for."""
        choisie = self.demande.get("reunion", "")
        return self.reunions.filter(pk=choisie).first() if choisie.isdecimal() and len(choisie) < 10 else None

    @property
    def source(self):
        """Give what the meeting starts from, or None."""
        return self.modele or self.reunion

    @property
    def copiables(self):
        """List the latest meetings, to copy one of them."""
        return self.reunions[:30]

    @property
    def initial(self) -> dict:
        """Give what fills the form in; the day is always the person's own choice."""
        if self.source is None:
            return {}
        champs = {nom: getattr(self.source, nom) for nom in REPRIS}
        debut, fin = self._heures()
        return champs | {"heure_debut": debut, "heure_fin": fin}

    @property
    def delai(self) -> timedelta:
        """Tell how long before the meeting its proposals close."""
        if self.modele:
            return timedelta(days=self.modele.delai_propositions)
        return self.reunion.debut - self.reunion.limite_propositions if self.reunion else UNE_SEMAINE

    def annonce(self, reunion) -> str:
        """Say what just happened, in a sentence."""
        invites, points = reunion.convocations.count(), reunion.points.inscrits().count()
        phrase = "La réunion est créée"
        if self.source:
            phrase += f", avec {invites} personne{'s' * (invites > 1)} invitée{'s' * (invites > 1)}"
            phrase += f" et {points} point{'s' * (points > 1)}"
        if reunion.debut <= timezone.now():
            return f"{phrase}. Sa date est passée : notez ce qui s’y est dit, personne n’y est plus convoqué."
        return f"{phrase}. Les partenaires peuvent proposer des points."

    def _heures(self):
        if self.modele:
            debut = datetime.combine(timezone.localdate(), self.modele.heure)
            return self.modele.heure, (debut + timedelta(minutes=self.modele.duree)).time()
        return timezone.localtime(self.reunion.debut).time(), timezone.localtime(self.reunion.fin).time()
