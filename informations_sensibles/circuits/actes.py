"""What people do with the table of circuits: open one for a pair, approve its versions by two."""

from django.db import transaction
from django.utils import timezone

from csil.actes import acte, creer
from csil.comptes.groupes import CHEF_DE_CORPS, REFERENT
from informations_sensibles.commun.versions.actes import dire, mettre_en_vigueur

# The two approvals that a circuit needs, each in its own place
PLACES = {REFERENT: "referent", CHEF_DE_CORPS: "chef"}


@transaction.atomic
def ouvrir(cls, *, par, genre, source):
    """Insert a circuit and its first draft, still without steps. Raises ValidationError if the pair has one."""
    circuit = creer(cls(genre=genre, source=source), par=par, journal="cellule.circuit_ouvert")
    circuit.nouveau_brouillon(par=par)
    return circuit


@acte("approuver_version")
def approuver(version, *, par) -> bool:
    """Give one of the two approvals; the second puts the version in force, in place of the one before: then True."""
    place = version.place_de(par)
    setattr(version, f"approuvee_{place}_par", par)
    setattr(version, f"approuvee_{place}_le", timezone.now())
    if not version.attendues:
        mettre_en_vigueur(version)
    dire(version, "approuvee", par)
    return version.etat == "en_vigueur"
