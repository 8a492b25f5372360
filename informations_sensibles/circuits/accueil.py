"""What the home page shows of the table of circuits."""

from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.commun.accueil import tache
from informations_sensibles.commun.permissions import REGLENT, a_un_role


def versions(user):
    """List what waits for one of the two approvals, and what came back to whoever drafted it."""
    if not a_un_role(user, REGLENT):
        return
    visibles = VersionCircuit.objects.visible_to(user).select_related("circuit")
    for version in visibles.attendant(user):
        yield _tache(version, "Approuver un circuit", "Examiner", version.soumise_le)
    for version in visibles.filter(etat="brouillon", redigee_par=user).exclude(decision=""):
        yield _tache(version, "Corriger un circuit renvoyé", "Corriger", None)


def _tache(version, acte, bouton, depuis):
    return tache(version, f"{acte} : {version.circuit}", f"{version}".capitalize(), bouton, depuis)
