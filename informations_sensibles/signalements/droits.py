"""What a person may do with a contextual report, by role and state."""

from informations_sensibles.commun.permissions import (
    DECIDENT,
    EVALUENT,
    RELISENT,
    RESPONSABLES,
    a_un_role,
    est_de_la_cellule,
)
from informations_sensibles.signalements.etats import Etat
from informations_sensibles.signalements.visibilite import est_ferme_a


def droits_de(signalement, user) -> set[str]:
    """Say what this person may do with the report now: nothing if it is closed to them; whoever reported reads."""
    if est_ferme_a(signalement, user):
        return set()
    droits = {"view_signalementcontextuel"}
    if not est_de_la_cellule(user):
        return droits
    droits |= {"lire_traitement", "mettre_en_quarantaine"}
    if a_un_role(user, DECIDENT):
        droits |= {"bloquer_signalement"}
    if signalement.etat == Etat.CLOS:
        attend = signalement.suivi and signalement.suivi.mot_propose
        return droits | ({"relire_mot"} if attend and a_un_role(user, RELISENT) else set())
    if a_un_role(user, EVALUENT):
        droits |= {"evaluer_signalement"}
    if signalement.etat == Etat.RECU:
        return droits | {"prendre_en_charge"}
    droits |= {"prendre_en_charge"} if signalement.est_sans_proprietaire else set()
    if user.pk == signalement.suivi.proprietaire_id or a_un_role(user, RESPONSABLES):
        droits |= {"changer_proprietaire", "clore_signalement"}
    return droits
