"""Which meetings a person sees, and how they are found."""

from datetime import timedelta
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from concertation.commun.groupes import LISENT
from concertation.reunions.etats import Etat

# How long a personal calendar keeps what was.
MEMOIRE_DU_CALENDRIER = timedelta(days=180)


class ReunionQuerySet(models.QuerySet):
    """Finds meetings by who may read them and by where they are."""

    def visible_to(self, user):
        """Show every meeting, drafts included, to every member of the Concertation; nothing to others."""
        return self if user.est_membre(*LISENT) else self.none()

    def a_venir(self):
        """Keep the meetings that are not over and not called off, the nearest first."""
        return self.filter(fin__gte=Now()).exclude(etat__in=(Etat.REPORTEE, Etat.ANNULEE)).order_by("debut")

    def au_calendrier(self):
        """Keep what calendars show of the last months and of what comes: settled, held, or called off after convoking."""
        depuis = timezone.now() - MEMOIRE_DU_CALENDRIER
        jamais_annoncees = Q(annonce=None, etat__in=(Etat.REPORTEE, Etat.ANNULEE))
        return (
            self.filter(fin__gte=depuis)
            .exclude(etat=Etat.BROUILLON)
            .exclude(jamais_annoncees)
            .order_by("debut")
        )

    def ayant_eu_lieu(self):
        """Keep the meetings that were held, the latest first."""
        return self.filter(etat__in=(Etat.TENUE, Etat.RELECTURE, Etat.APPROUVEE)).order_by("-debut")

    def en_cours(self):
        """Keep what still waits for a step of the Référent: neither in circulation, nor locked, nor cancelled."""
        finies = (Etat.RELECTURE, Etat.APPROUVEE, Etat.ANNULEE)
        return self.exclude(etat__in=finies).order_by("debut")

    def changees_depuis(self, moment):
        """Keep what was created, convoked, circulated or approved since then, and not broken off."""
        champs = ("creee_le", "convoquee_le", "relecture_le", "approuvee_le")
        recentes = reduce(or_, (Q(**{f"{champ}__gte": moment}) for champ in champs))
        return self.filter(recentes).exclude(etat__in=(Etat.REPORTEE, Etat.ANNULEE))

    def suivante(self, reunion):
        """Find the next meeting whose agenda can still take an item: a draft after this one."""
        return self.filter(etat=Etat.BROUILLON, debut__gt=reunion.debut).order_by("debut").first()

    def annees(self) -> list[int]:
        """List the years in which there is a meeting, the latest first."""
        return [jour.year for jour in self.order_by().datetimes("debut", "year", order="DESC")]
