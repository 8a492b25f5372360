"""Which items a person sees, and how they are found."""

from django.db import models
from django.db.models import Q

from concertation.commun.groupes import LISENT
from concertation.ordre_du_jour.etats import VIVANTS, EtatPoint, Nature, Section


class PointQuerySet(models.QuerySet):
    """Finds items by who may read them and by where they are."""

    def visible_to(self, user):
        """Show items with their meeting; what waits for a meeting, to the same members."""
        return self if user.est_membre(*LISENT) else self.none()

    def inscrits(self):
        """Keep what is on the agenda, in the order of the sections, then of their rank."""
        rangs = [models.When(section=section, then=rang) for rang, section in enumerate(Section.values)]
        return self.filter(etat=EtatPoint.INSCRIT).order_by(
            models.Case(*rangs, output_field=models.IntegerField()), "rang", "pk"
        )

    def en_attente(self):
        """Keep what the Référent has not answered yet."""
        return self.filter(etat=EtatPoint.PROPOSE)

    def a_traiter(self):
        """Keep what a meeting that will not be held must hand on: the items that recur come back by themselves."""
        return self.filter(etat__in=VIVANTS, nature=Nature.ORDINAIRE)

    def en_reserve(self):
        """Keep what waits for a meeting that does not exist yet."""
        return self.filter(reunion=None, etat=EtatPoint.PROPOSE)

    def sans_trace(self):
        """Keep what nothing was written or concluded about."""
        ecrits = self.model.objects.filter(compte_rendu__isnull=False).exclude(compte_rendu__texte="")
        conclus = Q(decisions__isnull=False) | Q(avis__isnull=False) | Q(actions__isnull=False)
        traces = ecrits.values("pk"), self.model.objects.filter(conclus).values("pk")
        return self.exclude(pk__in=traces[0]).exclude(pk__in=traces[1])
