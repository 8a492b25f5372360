"""Filter the transmissions that a person may read. The database says the same (sql/transmissions.sql)."""

from django.db import models
from django.db.models import Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Now
from django.utils import timezone

from csil.comptes.groupes import OFFICIER
from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.permissions import (
    NOYAU,
    TIENNENT,
    a_un_role,
    est_contact_tfl,
    est_de_la_cellule,
)
from informations_sensibles.dossiers.models import Dossier, dossiers_fermes_a
from informations_sensibles.informations.models import Embargo
from informations_sensibles.transmissions.etats import (
    ATTENDENT,
    LUES_PAR_LE_CONTACT,
    PARTIES,
    RELECTURE,
    Direction,
)
from informations_sensibles.transmissions.models.information_transmise import InformationTransmise


class TransmissionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep what this person may read: the legal core, the dossier's circle, Référent and Officier while it is on its way,
        its recipient once it left. What a block, a quarantine or somebody else's embargo on an information closes stays out.
        """
        if not est_de_la_cellule(user):
            return self._recues_par(user)
        ouvertes = self.non_fermees_a(user)
        if a_un_role(user, NOYAU):
            return ouvertes
        lues = Q(dossier__in=Dossier.objects.cles_du_cercle(user))
        if a_un_role(user, TIENNENT):
            recente = Q(fini_le=None) | Q(fini_le__gt=Now() - RELECTURE)
            lues |= Q(direction=Direction.VERS) & recente
        if a_un_role(user, (OFFICIER,)):
            lues |= Q(direction=Direction.DE)
        if est_contact_tfl(user):
            lues |= Q(destinataire=user, etat__in=LUES_PAR_LE_CONTACT)
        return ouvertes.filter(lues)

    def _recues_par(self, user):
        if not est_contact_tfl(user):
            return self.none()
        return self.non_fermees_a(user).filter(destinataire=user, etat__in=LUES_PAR_LE_CONTACT)

    def non_fermees_a(self, user):
        """Leave out what a block, a quarantine or somebody else's embargo closes to this person."""
        caches = RawSQL("SELECT csil_quarantaines(%s)", ["informations_sensibles.dossier"])
        return (
            hors_quarantaine(self)
            .exclude(pk__in=_couvrant_ce_qui_est_cache_a(user))
            .exclude(dossier__in=dossiers_fermes_a(user))
            .alias(
                son_dossier=Coalesce(Cast("dossier_id", models.TextField()), Value("", models.TextField()))
            )
            .exclude(son_dossier__in=caches)
        )

    def en_attente(self):
        """Keep what waits for a check or for a release."""
        return self.filter(etat__in=ATTENDENT)

    def vers_la_tfl(self):
        return self.filter(direction=Direction.VERS)

    def adressees_a(self, user):
        """Keep what was transmitted to this person."""
        return self.visible_to(user).filter(destinataire=user, etat__in=LUES_PAR_LE_CONTACT)

    def en_attente_de_retour(self):
        return self.vers_la_tfl().filter(etat__in=PARTIES)

    def sans_retour(self):
        """Keep what should have been answered by now (R41)."""
        return self.en_attente_de_retour().filter(retour_attendu_le__lt=timezone.localdate())


def _couvrant_ce_qui_est_cache_a(user):
    """Give the keys of the transmissions of which one information is in quarantine, or under somebody else's embargo."""
    caches = RawSQL("SELECT csil_quarantaines(%s)", ["informations_sensibles.information"])
    couvertes = InformationTransmise.objects.couvertes().alias(cle=Cast("information_id", models.TextField()))
    fermees = couvertes.filter(Q(information__in=Embargo.objects.caches_a(user)) | Q(cle__in=caches))
    return fermees.order_by().values("transmission")
