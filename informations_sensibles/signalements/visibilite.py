"""Who sees a contextual report, and what hangs from it: never who is kept away from it, never what is in quarantine."""

from django.db import connection, models
from django.db.models.expressions import RawSQL
from django.utils import timezone

from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.permissions import est_de_la_cellule, membres
from informations_sensibles.secteurs.models import CorrespondantSecteur
from informations_sensibles.signalements.etats import Etat


def fermes_a(user):
    """Name the keys of the reports that are closed to this person, who speaks, whatever else would open them."""
    return RawSQL("SELECT csil_blocages(%s)", [user.pk])


def est_ferme_a(signalement, user) -> bool:
    """Tell whether the report is closed to this person, who speaks."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT %s IN (SELECT csil_blocages(%s))", [signalement.pk, user.pk])
        return curseur.fetchone()[0]


def tenus_a_l_ecart(signalement) -> set[int]:
    """Find the keys of those to whom the report is closed, for whoever reads it; the authorities alone read why."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_tenus_a_l_ecart(%s)", [signalement.pk])
        return {pk for (pk,) in curseur.fetchall()}


def est_ouvert_a(signalement, personne) -> bool:
    """Tell whether another person than the one who speaks may read the report now."""
    visibles = type(signalement).objects.visible_to(personne)
    return personne.pk not in tenus_a_l_ecart(signalement) and visibles.filter(pk=signalement.pk).exists()


class SignalementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show the Cellule every report, a sector's contact point its own, but for those closed to this person."""
        ouverts = hors_quarantaine(self).exclude(pk__in=fermes_a(user))
        if est_de_la_cellule(user):
            return ouverts
        return ouverts.filter(signalant=user, secteur__in=CorrespondantSecteur.objects.secteurs_de(user))

    def a_traiter(self):
        return self.exclude(etat=Etat.CLOS)

    def sans_proprietaire(self):
        """Keep those that nobody took over, or that are in the hands of somebody who left the Cellule."""
        return self.a_traiter().exclude(traitement__proprietaire__in=membres().values("pk"))

    def mot_a_relire(self):
        return self.filter(etat=Etat.CLOS).exclude(traitement=None).exclude(traitement__mot_propose="")

    def en_retard(self):
        return self.a_traiter().filter(echeance__lt=timezone.localdate())


class TraitementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show the Cellule what it does with the reports that are open to this person."""
        return _du_signalement_ouvert(self, user) if est_de_la_cellule(user) else self.none()


class ReponseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show an answer to whoever reads the report: the Cellule, and whoever reported."""
        ouvertes = _du_signalement_ouvert(self, user)
        if est_de_la_cellule(user):
            return ouvertes
        siens = CorrespondantSecteur.objects.secteurs_de(user)
        return ouvertes.filter(signalement__signalant=user, signalement__secteur__in=siens)


def _du_signalement_ouvert(queryset, user):
    signalements = queryset.model._meta.get_field("signalement").related_model
    visibles = queryset.filter(signalement__in=hors_quarantaine(signalements.objects.all()))
    return visibles.exclude(signalement__in=fermes_a(user))
