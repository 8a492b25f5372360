"""What the home page shows of the sectors and their processes."""

from csil.accueil import Tache
from csil.typographie import date_longue
from informations_sensibles.models import Secteur, VersionProcessus
from informations_sensibles.permissions import DECIDENT, REDIGENT, TIENNENT, a_un_role


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
        yield _tache(
            version,
            f"Approuver un processus : {version.processus}",
            f"Secteur {version.processus.secteur}, {version}",
            "Examiner",
            version.soumise_le,
        )


def _renvoyees(user):
    for version in _visibles(user).filter(etat="brouillon", redigee_par=user).exclude(decision=""):
        contexte = f"Secteur {version.processus.secteur}, {version}"
        yield _tache(
            version, f"Corriger un processus renvoyé : {version.processus}", contexte, "Corriger", None
        )


def _a_revoir(user):
    for version in _visibles(user).echues():
        contexte = f"Secteur {version.processus.secteur}, à revoir avant le {date_longue(version.valable_au)}"
        yield _tache(
            version.processus,
            f"Revoir un processus : {version.processus}",
            contexte,
            "Revoir",
            version.valable_au,
            en_retard=True,
        )


def secteurs(user):
    """For who keeps the sectors: those that cannot be counted on, one line each."""
    if not a_un_role(user, TIENNENT):
        return
    for secteur in Secteur.objects.visible_to(user).complets():
        alarmes = secteur.alarmes
        if alarmes:
            autres = f", et {len(alarmes) - 1} de plus" if len(alarmes) > 1 else ""
            yield _tache(
                secteur,
                f"Remettre un secteur à jour : {secteur}",
                f"{alarmes[0].rstrip('.')}{autres}",
                "Voir le secteur",
                None,
            )


def _tache(objet, quoi, contexte, bouton, depuis, en_retard=False):
    return Tache(
        quoi=quoi,
        contexte=contexte,
        adresse=objet.get_absolute_url(),
        bouton=bouton,
        depuis=depuis,
        en_retard=en_retard,
        lieu="cellule",
    )
