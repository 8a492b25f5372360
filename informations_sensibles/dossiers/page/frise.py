"""The line on top of a dossier's page: its states, done, present and to come."""

from csil.texte.typographie import date_longue
from informations_sensibles.dossiers.etats import EtatDossier

PARCOURS = (
    EtatDossier.PROPOSE,
    EtatDossier.OUVERT,
    EtatDossier.EN_SUIVI,
    EtatDossier.EN_REVUE,
    EtatDossier.CLOS,
    EtatDossier.EFFACE,
)


def frise(dossier) -> list[dict]:
    """Give each state with where the dossier stands; what stopped early does not show those that it never had."""
    parcours = [EtatDossier.POLICE_SEULE if etat == _fin(dossier) else etat for etat in PARCOURS]
    if dossier.est_fini and dossier.ouvert_le is None:
        parcours = [etat for etat in parcours if etat not in PARCOURS[1:4]]
    rang = parcours.index(EtatDossier(dossier.etat))
    return [
        {"nom": etat.label, "fait": place < rang, "actuel": place == rang, "quand": _quand(dossier, etat)}
        for place, etat in enumerate(parcours)
    ]


def _fin(dossier):
    return EtatDossier.CLOS if dossier.etat == EtatDossier.POLICE_SEULE else None


def _quand(dossier, etat) -> str:
    if etat == EtatDossier.PROPOSE:
        return f"le {date_longue(dossier.propose_le)}"
    if etat == EtatDossier.OUVERT and dossier.ouvert_le:
        return f"le {date_longue(dossier.ouvert_le)}"
    if etat == EtatDossier.EN_REVUE and dossier.est_en_cours:
        return f"au plus tard le {date_longue(dossier.prochaine_revue)}"
    if etat in (EtatDossier.CLOS, EtatDossier.POLICE_SEULE) and dossier.clos_le:
        return f"le {date_longue(dossier.clos_le)}"
    return ""
