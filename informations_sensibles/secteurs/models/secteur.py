from django.db import models
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.texte.typographie import date_longue
from informations_sensibles.commun.permissions import REDIGENT, TIENNENT, a_un_role, est_de_la_cellule
from partenaires.annuaire.ordre import alphabetique


def alarmes_du_secteur(secteur):
    """Say what a reader must know before counting on the sector; needs `complets()`."""
    if secteur.point is None:
        yield "Ce secteur n’a pas de point de contact police."
    else:
        yield from (f"Point de contact police : {minuscule(alarme)}" for alarme in secteur.point.alarmes)
    dernier = secteur.dernier_exercice
    if dernier is None:
        yield "Aucun exercice n’a encore eu lieu."
    elif dernier.prochain < timezone.localdate():
        yield f"Le dernier exercice date du {date_longue(dernier.envoye_le)}."
    if not secteur.processus_en_vigueur:
        yield "Aucun processus n’est en vigueur."
    for processus in secteur.processus_en_vigueur:
        if processus.en_vigueur.est_echue:
            yield f"Le processus « {processus} » devait être revu avant le {date_longue(processus.en_vigueur.valable_au)}."


def minuscule(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]


class SecteurQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show the sectors to the Cellule; a contact point only hears the name of its own (`nommables_par`)."""
        return self if est_de_la_cellule(user) else self.none()

    def complets(self):
        """Fetch all that the list and the record show, in a fixed number of queries."""
        points = self.model._meta.get_field("points").related_model
        return self.prefetch_related(
            Prefetch("points", points.objects.complets()), "processus__versions", "exercices"
        )

    def nommables_par(self, user):
        """Keep those whose name this person may read: all of them for the Cellule, one's own for a contact point."""
        if est_de_la_cellule(user):
            return self
        correspondants = self.model._meta.get_field("correspondants").related_model
        return self.filter(pk__in=correspondants.objects.secteurs_de(user))


class Secteur(models.Model):
    """Name a field outside the platform that the Cellule speaks with: « TEC », « hôpitaux », « écoles ».

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
        permissions = [
            ("tenir_secteur", "Tenir le secteur à jour"),
            ("proposer_processus", "Proposer un processus"),
        ]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("secteur", args=[self.pk])

    @property
    def point(self):
        """The police contact point of now, or None."""
        return next((point for point in self.points.all() if point.retire_le is None), None)

    @property
    def processus_en_vigueur(self) -> list:
        """List the processes of the sector that have a version in force."""
        return [processus for processus in self.processus.all() if processus.en_vigueur]

    @property
    def alarmes(self) -> list[str]:
        """Say what a reader of the record must know before counting on it, one sentence each."""
        return list(alarmes_du_secteur(self))

    @property
    def dernier_exercice(self):
        """The last drill that has an outcome, or None."""
        return next((exercice for exercice in self.exercices.all() if exercice.conclu_le), None)

    def droits_de(self, user) -> set[str]:
        """Let the Cellule read it, the Référent and the Officier keep it, any writer of processes propose one."""
        droits = {"view_secteur"} if est_de_la_cellule(user) else set()
        droits |= {"tenir_secteur"} if a_un_role(user, TIENNENT) else set()
        droits |= {"proposer_processus"} if a_un_role(user, REDIGENT) else set()
        return droits
