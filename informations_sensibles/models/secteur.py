from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from informations_sensibles.permissions import TIENNENT, a_un_role, est_de_la_cellule
from partenaires.ordre import alphabetique


class SecteurQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The records of the sectors are for the Cellule; a contact point only hears the name of its own."""
        return self if est_de_la_cellule(user) else self.none()

    def nommables_par(self, user):
        """Whose name this person may read: all of them for the Cellule, one's own for a contact point."""
        from .correspondant import CorrespondantSecteur

        if est_de_la_cellule(user):
            return self
        return self.filter(pk__in=CorrespondantSecteur.objects.secteurs_de(user))


class Secteur(models.Model):
    """A field outside the platform that the Cellule speaks with: « TEC », « hôpitaux », « écoles ».

    A reference table: administrators add to it. What a sector holds is kept by the Référent and the Officier.
    """

    nom = models.CharField("nom", max_length=120, unique=True)
    code = models.SlugField("code", max_length=40, unique=True, help_text="Il ne change pas.")

    history = HistoricalRecords()
    objects = SecteurQuerySet.as_manager()

    class Meta:
        verbose_name = "secteur de communication"
        verbose_name_plural = "secteurs de communication"
        ordering = alphabetique()
        permissions = [("tenir_secteur", "Tenir le secteur à jour")]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("secteur", args=[self.pk])

    @property
    def point(self):
        """The police contact point of now, or None."""
        return next((point for point in self.points.all() if point.retire_le is None), None)

    @property
    def dernier_exercice(self):
        """The last drill that has an outcome, or None."""
        return next((exercice for exercice in self.exercices.all() if exercice.conclu_le), None)

    def droits_de(self, user) -> set[str]:
        if not est_de_la_cellule(user):
            return set()
        return {"view_secteur"} | ({"tenir_secteur"} if a_un_role(user, TIENNENT) else set())
