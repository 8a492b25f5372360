import uuid

from django.db import connection, models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment
from informations_sensibles.dossiers.actes import identites
from informations_sensibles.dossiers.ajouts import ajouts
from informations_sensibles.dossiers.models.revelation import Revelation


class IdentiteQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show those that this person asked to see, with a motive, less than a quarter of an hour ago."""
        return self.revelables_par(user).filter(pk__in=Revelation.objects.ouvertes_a(user))

    def revelables_par(self, user):
        """Keep those that this person may ask to see: of the dossiers to which they add, and through the other nouns."""
        dossiers = self.model._meta.apps.get_model("informations_sensibles", "Dossier").objects
        revelables = Q(implication__dossier__in=dossiers.contribues_par(user))
        for ajout in ajouts():
            revelables |= ajout.identites(user)
        return self.filter(revelables)


class Identite(models.Model):
    """Keep who somebody is, apart from all the rest: masked until somebody who may asks to see it, and says why (F2).

    Of a person in a dossier, of the person of whom an information that waits for a dossier speaks, or of whom a partner
    reported and nobody took up yet; it goes from the last to the first. No national number (R25), and nothing of religion, opinion or origin (R22).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    implication = models.OneToOneField(
        "Implication", models.PROTECT, null=True, blank=True, editable=False, related_name="identite"
    )
    information = models.OneToOneField(
        "Information", models.PROTECT, null=True, blank=True, editable=False, related_name="identite"
    )
    signalement_partenaire = models.OneToOneField(
        "SignalementPartenaire",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="identite",
    )
    nom = models.CharField("nom", max_length=100)
    prenom = models.CharField("prénom", max_length=100, blank=True)
    date_naissance = models.DateField("date de naissance", null=True, blank=True)
    saisie_par = auteur("saisie par")
    saisie_le = moment("saisie le")

    history = HistoricalRecords()
    objects = IdentiteQuerySet.as_manager()

    class Meta:
        verbose_name = "identité"
        verbose_name_plural = "identités"
        constraints = [
            models.CheckConstraint(
                condition=Q(implication__isnull=False, information=None, signalement_partenaire=None)
                | Q(implication=None, information__isnull=False, signalement_partenaire=None)
                | Q(implication=None, information=None, signalement_partenaire__isnull=False),
                name="identite_d_un_seul",
            )
        ]

    def __str__(self):
        return "identité masquée"

    @property
    def en_clair(self) -> str:
        """Write « Prénom NOM », for the page that was asked for."""
        return f"{self.prenom} {self.nom}".strip()

    def droits_de(self, user) -> set[str]:
        """Let whoever sees it now put it right."""
        vue = type(self).objects.visible_to(user).filter(pk=self.pk).exists()
        return {"view_identite", "change_identite"} if vue else set()

    saisir = classmethod(identites.saisir)
    confier = classmethod(identites.confier)
    modifier = identites.modifier


def identite_de(parent):
    """Give the key of the identity of this person in a dossier or of this information, for who may ask to see it, or None."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_identite_de(%s)", [parent])
        return curseur.fetchone()[0]
