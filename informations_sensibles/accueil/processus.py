"""The versions of the processes of the sectors."""

from csil.typographie import date_longue
from informations_sensibles.models import VersionProcessus
from informations_sensibles.permissions import DECIDENT, REDIGENT, a_un_role

from . import tache


def versions(user):
    """For an authority what waits for its approval; for who drafted it what came back or is due to be read again."""
    if a_un_role(user, DECIDENT):
        yield from _a_approuver(user)
    if a_un_role(user, REDIGENT):
        yield from _renvoyees(user)
        yield from _a_revoir(user)


def _visibles(user):
    return VersionProcessus.objects.visible_to(user).select_related("processus__secteur")


def _a_approuver(user):
    for version in _visibles(user).filter(etat="soumise").non_ecrites_par(user):
        yield tache(
            version,
            f"Approuver un processus : {version.processus}",
            f"Secteur {version.processus.secteur}, {version}",
            "Examiner",
            version.soumise_le,
        )


def _renvoyees(user):
    for version in _visibles(user).filter(etat="brouillon", redigee_par=user).exclude(decision=""):
        contexte = f"Secteur {version.processus.secteur}, {version}"
        yield tache(
            version, f"Corriger un processus renvoyé : {version.processus}", contexte, "Corriger", None
        )


def _a_revoir(user):
    for version in _visibles(user).echues():
        contexte = f"Secteur {version.processus.secteur}, à revoir avant le {date_longue(version.valable_au)}"
        yield tache(
            version.processus,
            f"Revoir un processus : {version.processus}",
            contexte,
            "Revoir",
            version.valable_au,
            en_retard=True,
        )
