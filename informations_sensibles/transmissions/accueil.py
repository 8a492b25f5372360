"""The home page's tasks and news of the transmissions, without their contents."""

from datetime import timedelta

from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils import timezone

from csil.accueil import Nouveaute, Tache
from csil.comptes.groupes import OFFICIER
from csil.texte.typographie import date_longue
from informations_sensibles.commun.permissions import (
    LIBERENT,
    VERIFIENT,
    a_un_role,
    est_contact_tfl,
    est_de_la_cellule,
)
from informations_sensibles.dossiers.models import PILOTER, DroitDossier
from informations_sensibles.transmissions.etats import EtatTransmission
from informations_sensibles.transmissions.models.retour_transmission import RetourTransmission
from informations_sensibles.transmissions.models.transmission import Transmission

RETOUR_NEUF = timedelta(days=30)


def taches(user):
    """Yield what waits for this person: to put right, to check, to release, to chase, to acknowledge, to answer."""
    if est_de_la_cellule(user):
        yield from _a_corriger(user)
        yield from _a_verifier(user)
        yield from _a_liberer(user)
        yield from _sans_retour(user)
        yield from _arrivees(user)
    if est_contact_tfl(user):
        yield from _recues(user)


def _visibles(user):
    return Transmission.objects.visible_to(user)


def _a_corriger(user):
    for t in _visibles(user).filter(etat=EtatTransmission.PREPAREE, preparee_par=user).exclude(mot_renvoi=""):
        yield _tache(
            t, "Corriger une transmission renvoyée", "Corriger", t.preparee_le, "transmission-modifier"
        )


def _a_verifier(user):
    if a_un_role(user, VERIFIENT):
        attendent = _visibles(user).filter(etat=EtatTransmission.PREPAREE, mot_renvoi="")
        for t in attendent.exclude(preparee_par=user):
            yield _tache(t, "Vérifier une transmission", "Vérifier", t.preparee_le, "transmission-verifier")


def _a_liberer(user):
    if a_un_role(user, LIBERENT):
        attendent = _visibles(user).filter(etat=EtatTransmission.VERIFIEE)
        for t in attendent.exclude(preparee_par=user):
            yield _tache(t, "Libérer une transmission", "Libérer", t.verifiee_le, "transmission-liberer")


def _sans_retour(user):
    """Yield, for the Officier and for who leads the dossier, the returns that are overdue (R41)."""
    tardives = _visibles(user).sans_retour()
    if not a_un_role(user, (OFFICIER,)):
        tardives = tardives.filter(dossier__in=DroitDossier.objects.lus_par(user, PILOTER))
    for t in tardives:
        jours = t.jours_sans_retour
        contexte = f"Sans retour depuis {jours} jour{pluralize(jours)}"
        yield _tache(
            t, "Relancer la TFL", "Voir", t.liberee_le, "transmission", contexte=contexte, en_retard=True
        )


def _arrivees(user):
    if a_un_role(user, LIBERENT):
        for t in _visibles(user).filter(etat=EtatTransmission.RECUE):
            yield _tache(
                t,
                "Accuser réception d’un envoi de la TFL",
                "Voir",
                t.preparee_le,
                "transmission",
                contexte="De la TFL",
            )


def _recues(user):
    """Yield, for the contact TFL, what is to be acknowledged, then answered."""
    for t in Transmission.objects.adressees_a(user).en_attente_de_retour():
        a_accuser = t.etat == EtatTransmission.LIBEREE
        yield _tache(
            t,
            "Accuser réception d’une transmission" if a_accuser else "Répondre à une transmission",
            "Ouvrir" if a_accuser else "Répondre",
            t.liberee_le,
            "transmission-recue",
            contexte=f"Retour attendu le {date_longue(t.retour_attendu_le)}",
            en_retard=t.jours_sans_retour > 0,
        )


def _tache(transmission, quoi, bouton, depuis, adresse, contexte="", en_retard=False):
    return Tache(
        quoi=f"{quoi} : {transmission}",
        contexte=contexte or f"Dossier {transmission.reference_dossier}",
        adresse=reverse(adresse, args=[transmission.pk]),
        bouton=bouton,
        depuis=depuis,
        en_retard=en_retard,
        lieu="cellule",
    )


def retours(user):
    """Yield, for the Cellule, what came back these last days."""
    if not est_de_la_cellule(user):
        return
    depuis = timezone.now() - RETOUR_NEUF
    recents = RetourTransmission.objects.visible_to(user).filter(le__gt=depuis).exclude(par=user)
    for retour in recents.select_related("transmission"):
        yield Nouveaute(
            f"Un retour sur la transmission {retour.transmission}",
            retour.transmission.get_absolute_url(),
            retour.le,
        )
