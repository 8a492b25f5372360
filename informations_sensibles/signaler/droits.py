"""What each person may do with a partner's report, and with what opens reporting: the visa, the opening of a partner."""

from csil.comptes.groupes import BOURGMESTRE
from informations_sensibles.commun.permissions import (
    NOYAU,
    RECOIVENT,
    a_un_role,
    est_dpo,
    partenaires_ouverts_pour,
)
from informations_sensibles.signaler.etats import EXAMINES, OUVERTS, EtatSignalement


def du_signalement(signalement, user) -> set[str]:
    """Let whoever reported read it, and withdraw it until it is taken up; the Référent act, by state; the legal core read."""
    droits, etat = set(), signalement.etat
    if signalement.signalant_id == user.pk and partenaires_ouverts_pour(user).filter(
        pk=signalement.partenaire_id
    ):
        droits |= {"lire_sien"} | ({"retirer_sien"} if etat == EtatSignalement.RECU else set())
    recoit = a_un_role(user, RECOIVENT) and etat != EtatSignalement.RETIRE
    if recoit or a_un_role(user, NOYAU) and etat in EXAMINES:
        droits |= {"lire_suite", "reveler_identite", "cacher_signalementpartenaire"}
    if recoit and etat == EtatSignalement.RECU:
        droits |= {"reprendre_signalementpartenaire"}
    if recoit and etat in OUVERTS:
        droits |= {"clore_signalementpartenaire"}
    return droits


def du_visa(visa, user) -> set[str]:
    """Let the data protection officer withdraw the visa that is in force."""
    retirable = est_dpo(user) and visa.retire_le is None
    return {"view_visadpo"} | ({"retirer_visa"} if retirable else set())


def de_l_ouverture(ouverture, user) -> set[str]:
    """Let the Bourgmestre close what is open."""
    fermable = a_un_role(user, (BOURGMESTRE,)) and ouverture.fermee_le is None
    return {"view_ouverturepartenaire"} | ({"fermer_ouverture"} if fermable else set())
