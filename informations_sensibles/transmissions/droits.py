"""What each person may do with a transmission, in each of its states."""

from csil.comptes.groupes import BOURGMESTRE, OFFICIER
from informations_sensibles.commun.permissions import (
    LIBERENT,
    VERIFIENT,
    est_contact_tfl,
    est_de_la_cellule,
    roles_de,
)
from informations_sensibles.dossiers.models import PILOTER, Dossier, DroitDossier
from informations_sensibles.transmissions.etats import EtatTransmission

# What each state lets the Cellule do, by whom: « preparateur », « pilote », or groups.
ACTES = {
    EtatTransmission.PREPAREE: {
        "modifier_transmission": ("preparateur",),
        "verifier_transmission": VERIFIENT,
        "deroger_transmission": (BOURGMESTRE,),
        "renvoyer_transmission": VERIFIENT,
        "annuler_transmission": ("preparateur", "pilote", *LIBERENT),
    },
    EtatTransmission.VERIFIEE: {
        "renvoyer_transmission": VERIFIENT,
        "liberer_transmission": LIBERENT,
        "annuler_transmission": ("preparateur", "pilote", *LIBERENT),
    },
    EtatTransmission.LIBEREE: {"telecharger_copie": LIBERENT, "consigner_retour": (OFFICIER,)},
    EtatTransmission.ACCUSEE: {"telecharger_copie": LIBERENT, "consigner_retour": (OFFICIER,)},
    EtatTransmission.RETOUR_RECU: {"telecharger_copie": LIBERENT},
    EtatTransmission.ANNULEE: {},
}
# The same for what comes from the TFL.
DE_LA_TFL = {
    EtatTransmission.RECUE: {"accuser_arrivee": LIBERENT, "lier_information": LIBERENT},
    EtatTransmission.ACCUSEE: {"lier_information": LIBERENT},
}
# What each state lets its recipient do.
DU_CONTACT = {
    EtatTransmission.LIBEREE: {"telecharger_copie", "accuser_transmission"},
    EtatTransmission.ACCUSEE: {"telecharger_copie", "repondre_transmission"},
    EtatTransmission.RETOUR_RECU: {"telecharger_copie"},
}
# Acts that who prepared it never does, whatever their groups.
D_UN_AUTRE = {"verifier_transmission", "liberer_transmission", "renvoyer_transmission"}


def droits_de(transmission, user) -> set[str]:
    """List what this person may do with a transmission now: nothing when they may not read it."""
    if not type(transmission).objects.visible_to(user).filter(pk=transmission.pk).exists():
        return set()
    droits = set()
    if est_contact_tfl(user) and user.pk == transmission.destinataire_id:
        droits |= {"lire_transmission"} | DU_CONTACT.get(transmission.etat, set())
    if est_de_la_cellule(user):
        actes = (DE_LA_TFL if transmission.est_une_arrivee else ACTES).get(transmission.etat, {})
        tenus = _roles(transmission, user)
        droits |= {"view_transmission"} | {acte for acte, qui in actes.items() if tenus & set(qui)}
        if user.pk == transmission.preparee_par_id:
            droits -= D_UN_AUTRE
        if "modifier_transmission" in droits and not contribue(user, transmission.dossier_id):
            droits.remove("modifier_transmission")
    return droits


def contribue(user, dossier) -> bool:
    """May this person add to the dossier of this key now?"""
    return Dossier.objects.contribues_par(user).filter(pk=dossier).exists()


def _roles(transmission, user) -> set[str]:
    """Give the groups in force of this person, and what they are to this transmission."""
    tenus = roles_de(user)
    if user.pk == transmission.preparee_par_id:
        tenus |= {"preparateur"}
    if DroitDossier.objects.lus_par(user, PILOTER).filter(content_object=transmission.dossier_id).exists():
        tenus |= {"pilote"}
    return tenus
