"""Which informations a person may read: the filter. The database says the same (sql/informations.sql)."""

from django.db import models
from django.db.models import Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Now

from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.permissions import (
    DEMELENT,
    NOYAU,
    TIENNENT,
    VALIDENT_PARTENAIRES,
    VALIDENT_POLICE,
    est_de_la_cellule,
    roles_de,
)
from informations_sensibles.commun.vocabulaire import DE_LA_POLICE
from informations_sensibles.dossiers.models import Dossier, dossiers_fermes_a
from informations_sensibles.informations.ajouts import ajouts
from informations_sensibles.informations.etats import EtatInformation
from informations_sensibles.informations.models.embargo import RELECTURE, Embargo
from informations_sensibles.informations.models.etape_information import EtapeInformation


class InformationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show what waits for a step of this person's, what they hold back, and, once its circuit is over, what their circles
        read (R02, R43). What narrows the queryset before narrows each of these too: words are looked for in few rows.
        """
        if not est_de_la_cellule(user):
            return self.none()
        ouvertes = self._non_fermees_a(user)
        roles = roles_de(user)
        if roles & set(NOYAU):
            siennes = Q(pk__in=Embargo.objects.tenus_par(user))
            return ouvertes.filter(Q(etat=EtatInformation.VALIDEE) | siennes | _attend(user, roles))
        siennes = self._attendues(user, roles).union(Embargo.objects.tenus_par(user))
        return ouvertes.filter(pk__in=siennes.union(self._du_cercle(user)))

    def _non_fermees_a(self, user):
        """Leave out what an embargo, a block or a quarantine of the dossier hides from this person."""
        caches = RawSQL("SELECT csil_quarantaines(%s)", ["informations_sensibles.dossier"])
        return (
            hors_quarantaine(self)
            .exclude(pk__in=Embargo.objects.caches_a(user))
            .exclude(dossier__in=dossiers_fermes_a(user))
            .alias(
                son_dossier=Coalesce(Cast("dossier_id", models.TextField()), Value("", models.TextField()))
            )
            .exclude(son_dossier__in=caches)
        )

    def _attendues(self, user, roles):
        """Give the keys of what waits for this person, what their role carries on included."""
        attend, tenus = _attend(user, roles), roles & set(TIENNENT)
        if tenus:
            etapes = EtapeInformation.objects.filter(role__in=tenus).order_by().values("information")
            attend |= Q(etat=EtatInformation.VALIDEE, pk__in=etapes)
        attendues = self.recentes().filter(attend).order_by().values("pk")
        if not tenus:
            return attendues
        validees = self.filter(etat=EtatInformation.VALIDEE).order_by()
        d_ailleurs = (validees.filter(pk__in=ajout.attendues(user)).values("pk") for ajout in ajouts())
        return attendues.union(validees.filter(dossier=None).values("pk"), *d_ailleurs)

    def _du_cercle(self, user):
        """Give the keys of what the circles of this person read."""
        lus = Dossier.objects.cles_du_cercle(user)
        finies = self.filter(etat=EtatInformation.VALIDEE, cercle=True, dossier__in=lus)
        return finies.order_by().values("pk")

    def pour_liste(self):
        """Read along what a line shows, in a fixed number of queries."""
        return self.select_related("dossier", "saisie_par").prefetch_related("etapes", "embargos")

    def pour_sorties(self):
        """Read along what `obstacles` needs, in a fixed number of queries."""
        return self.pour_liste().select_related("version_circuit__circuit").prefetch_related("consentements")

    def en_circuit(self):
        """Keep those whose circuit is not over."""
        return self.filter(termine_le=None).exclude(etat=EtatInformation.ECARTEE)

    def recentes(self):
        """Keep those whose circuit is not over, or has been so for less than a day."""
        return self.filter(Q(termine_le=None) | Q(termine_le__gt=Now() - RELECTURE))


def _attend(user, roles) -> Q:
    """Match what waits for this person, by its own columns: written by them, to be validated or put right by their role."""
    attend = Q(saisie_par=user, termine_le=None)
    refermees = [EtatInformation.A_VALIDER, EtatInformation.ECARTEE]
    if roles & set(VALIDENT_POLICE):
        attend |= Q(etat__in=refermees, source__in=DE_LA_POLICE)
    if roles & set(VALIDENT_PARTENAIRES):
        attend |= Q(etat__in=refermees) & ~Q(source__in=DE_LA_POLICE)
    if roles & set(DEMELENT):
        attend |= Q(etat=EtatInformation.SANS_CIRCUIT)
    return attend
