import uuid

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.dossiers.models.revelation import Revelation


class IdentiteQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those that this person asked to see, with a motive, less than a quarter of an hour ago."""
        return self.revelables_par(user).filter(pk__in=Revelation.objects.ouvertes_a(user))

    def revelables_par(self, user):
        """Those that this person may ask to see."""
        signalees = Q(signalement_partenaire__in=_signalements(user))
        if not est_de_la_cellule(user):
            return self.filter(signalees)
        du_dossier = Q(implication__dossier__in=_contribues(user))
        attendent = Q(information__in=_informations(user))
        attendent &= Q(information__dossier=None) | Q(information__dossier__in=_contribues(user))
        return self.filter(du_dossier | attendent | signalees)


def _contribues(user):
    from informations_sensibles.dossiers.models.dossier import Dossier

    return Dossier.objects.contribues_par(user)


def _informations(user):
    from informations_sensibles.informations.models import Information

    return Information.objects.visible_to(user)


def _signalements(user):
    from informations_sensibles.signaler.models import SignalementPartenaire

    return SignalementPartenaire.objects.visible_to(user)


class Identite(models.Model):
    """Who somebody is, apart from all the rest: masked until somebody who may asks to see it, and says why (F2).

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
    saisie_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="saisie par"
    )
    saisie_le = models.DateTimeField("saisie le", default=timezone.now, editable=False)

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
        """« Prénom NOM », for the page that was asked for."""
        return f"{self.prenom} {self.nom}".strip()

    def droits_de(self, user) -> set[str]:
        return {"view_identite"} if type(self).objects.visible_to(user).filter(pk=self.pk).exists() else set()

    @classmethod
    @transaction.atomic
    def saisir(cls, *, par, motif="Saisie de l’identité", **champs):
        """Whoever writes it knows it: their own revelation comes first, so that the row is visible to them."""
        identite = cls(saisie_par=par, **champs)
        identite.full_clean()
        Revelation(identite_id=identite.pk, par=par, motif=motif).save(force_insert=True)
        identite.save(force_insert=True)
        consigner("cellule.identite_saisie", identite, par=par, verbe=Verbe.COLLECTE, motif=motif)
        return identite

    @transaction.atomic
    def modifier(self, *, par, motif, **champs):
        """Put right by who sees it now; the journal keeps why, the history of the identity what it was."""
        for nom, valeur in champs.items():
            setattr(self, nom, valeur)
        self.full_clean()
        self.save()
        consigner("cellule.identite_modifiee", self, par=par, verbe=Verbe.MODIFICATION, motif=motif)


def identite_de(parent):
    """Key of the identity of this person in a dossier or of this information, for who may ask to see it; None."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_identite_de(%s)", [parent])
        return curseur.fetchone()[0]
