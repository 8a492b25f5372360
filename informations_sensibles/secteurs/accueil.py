"""What the home page shows of the sectors and of their processes."""

from csil.texte.typographie import date_longue
from informations_sensibles.commun.accueil import tache
from informations_sensibles.commun.permissions import DECIDENT, REDIGENT, TIENNENT, a_un_role
from informations_sensibles.secteurs.models.secteur import Secteur
from informations_sensibles.secteurs.models.version_processus import VersionProcessus


def versions(user):
    """List for an authority what waits for its approval, for who writes what came back or is due to be read again."""
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


def secteurs(user):
    """List for who keeps the sectors those that cannot be counted on, one line each."""
    if not a_un_role(user, TIENNENT):
        return
    for secteur in Secteur.objects.visible_to(user).complets():
        alarmes = secteur.alarmes
        if alarmes:
            autres = f", et {len(alarmes) - 1} de plus" if len(alarmes) > 1 else ""
            yield tache(
                secteur,
                f"Remettre un secteur à jour : {secteur}",
                f"{alarmes[0].rstrip('.')}{autres}",
                "Voir le secteur",
                None,
            )
