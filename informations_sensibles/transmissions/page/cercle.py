"""The line at the top of a transmission's page: who can read it and why, never why somebody is kept away."""

from django.db import connection
from django.utils import timezone

from csil.comptes.groupes import OFFICIER
from csil.comptes.models import Utilisateur
from informations_sensibles.commun.cercle import Cercle, Lecteur, roles_par_personne
from informations_sensibles.commun.permissions import NOYAU, TIENNENT, membres
from informations_sensibles.dossiers.models import DroitDossier
from informations_sensibles.transmissions.etats import LUES_PAR_LE_CONTACT, RELECTURE
from informations_sensibles.transmissions.models.transmission import Transmission

DU_CERCLE = "Lit le dossier"
EN_CHEMIN = "Vérifie et libère : jusqu’à un jour après sa fin"
ARRIVEE = "Enregistre ce qui vient de la TFL"
ADRESSEE = "Destinataire : ce qui lui est transmis, rien du dossier"


def cercle_de_la_transmission(transmission) -> Cercle:
    """Tell who reads a transmission, in a fixed number of queries; who reads its dossier is named to who reads it too."""
    ecartes, roles, du_cercle = _ecartes(transmission), roles_par_personne(), _du_cercle(transmission)
    lecteurs = []
    for personne in membres().exclude(pk__in=ecartes):
        raisons = _raisons(transmission, roles[personne.pk])
        if personne.pk in du_cercle:
            raisons.append(DU_CERCLE)
        if raisons:
            lecteurs.append(Lecteur(personne, " ; ".join(raisons)))
    if transmission.etat in LUES_PAR_LE_CONTACT and transmission.destinataire_id not in ecartes:
        lecteurs.append(Lecteur(transmission.destinataire, ADRESSEE))
    return Cercle(lecteurs, list(Utilisateur.objects.filter(pk__in=ecartes)))


def _raisons(transmission: Transmission, roles: set[str]) -> list[str]:
    raisons = ["Noyau légal"] if roles & set(NOYAU) else []
    finie = transmission.fini_le and transmission.fini_le < timezone.now() - RELECTURE
    if roles & set(TIENNENT) and not transmission.est_une_arrivee and not finie:
        raisons.append(EN_CHEMIN)
    if OFFICIER in roles and transmission.est_une_arrivee:
        raisons.append(ARRIVEE)
    return raisons


def _du_cercle(transmission) -> set[int]:
    droits = DroitDossier.objects.en_vigueur().filter(content_object=transmission.dossier_id)
    return set(droits.values_list("user", flat=True)) if transmission.dossier_id else set()


def _ecartes(transmission) -> set[int]:
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_tenus_a_l_ecart_de_la_transmission(%s)", [transmission.pk])
        return {pk for (pk,) in curseur.fetchall()}
