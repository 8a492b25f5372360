"""What a person may do with a dossier now: the rights held, by role or by name, that its state allows."""

from informations_sensibles.commun.permissions import NOYAU, TIENNENT, a_un_role, est_de_la_cellule
from informations_sensibles.dossiers.etats import (
    ACTES,
    CONTRIBUER,
    DES_ROLES,
    DU_CERCLE,
    PILOTER,
    VOIR,
    EtatDossier,
)
from informations_sensibles.dossiers.models.blocage_dossier import dossier_est_ferme_a
from informations_sensibles.dossiers.models.droit_dossier import DroitDossier


def droits_de(dossier, user) -> set[str]:
    """Cross the two tables of `etats.py`; nothing for who does not read the dossier."""
    if dossier_est_ferme_a(dossier, user):
        return set()
    tenus = droits_du_cercle(dossier, user)
    if VOIR not in tenus:
        return set()
    actes = set().union(*(DU_CERCLE[droit] for droit in tenus))
    actes |= {acte for roles, siens in DES_ROLES if a_un_role(user, roles) for acte in siens}
    if user.pk == dossier.propose_par_id:
        actes -= {"ouvrir"}
        actes |= {"modifier"} if dossier.etat == EtatDossier.PROPOSE else set()
    actes &= ACTES[dossier.etat]
    actes -= set() if dossier.regard_du else {"regarder"}
    actes -= set() if dossier.conservation_echue else {"effacer"}
    return {VOIR} | {f"{acte}_dossier" for acte in actes}


def droits_du_cercle(dossier, user) -> set[str]:
    """Give « view_dossier », « contribuer_dossier », « piloter_dossier », held by role or by name."""
    if a_un_role(user, NOYAU):
        return {VOIR, CONTRIBUER, PILOTER}
    siens = DroitDossier.objects.en_vigueur().filter(user=user, content_object=dossier)
    droits = set(siens.values_list("permission__codename", flat=True))
    if dossier.etat == EtatDossier.PROPOSE and a_un_role(user, TIENNENT):
        droits |= {VOIR, CONTRIBUER}
    return droits if est_de_la_cellule(user) else set()
