"""The whole of a dossier as a chronology, newest first: what happened, when, by whom, without a name.

Each noun adds its source to `SOURCES`: a function of (dossier, person) that yields `Evenement`, of what this person reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.informations.du_dossier import chronologie_informations
from informations_sensibles.transmissions.du_dossier import chronologie_transmissions

EN_MOTS = {
    EtatDossier.PROPOSE: "Proposé",
    EtatDossier.OUVERT: "Ouvert : nécessité, proportionnalité et subsidiarité pesées par deux personnes",
    EtatDossier.EN_SUIVI: "En suivi",
    EtatDossier.EN_REVUE: "Mis en revue",
    EtatDossier.CLOS: "Clos",
    EtatDossier.POLICE_SEULE: "Repris par la police seule : le suivi social s’arrête",
    EtatDossier.EFFACE: "Effacé",
}


@dataclass(frozen=True)
class Evenement:
    quand: datetime
    quoi: str
    qui: str = ""
    detail: str = ""
    adresse: str = ""


def chronologie(dossier, user) -> list[Evenement]:
    evenements = [evenement for source in SOURCES for evenement in source(dossier, user)]
    return sorted(evenements, key=lambda evenement: evenement.quand, reverse=True)


def _etats(dossier, user) -> Iterable[Evenement]:
    """Its states and its pilotes, from its history."""
    etat = pilote = None
    for rangee in dossier.history.select_related("history_user", "pilote").order_by(
        "history_date", "history_id"
    ):
        qui = str(rangee.history_user or "")
        if rangee.etat != etat:
            detail = (
                rangee.motif_cloture if rangee.etat in (EtatDossier.CLOS, EtatDossier.POLICE_SEULE) else ""
            )
            yield Evenement(rangee.history_date, EN_MOTS[rangee.etat], qui, detail)
        if pilote not in (None, rangee.pilote_id):
            yield Evenement(rangee.history_date, f"Confié à {rangee.pilote}", qui)
        etat, pilote = rangee.etat, rangee.pilote_id


def _revues(dossier, user):
    for revue in dossier.revues.select_related("par"):
        yield Evenement(revue.le, str(revue), str(revue.par), revue.motif)


def _personnes(dossier, user):
    for personne in dossier.implications.select_related("par"):
        yield Evenement(personne.le, f"Dans le dossier : {personne}", str(personne.par))
        if personne.retiree_le:
            yield Evenement(personne.retiree_le, f"N’est plus dans le dossier : {personne}")


def _facteurs(dossier, user):
    for facteur in dossier.facteurs.select_related("par"):
        yield Evenement(facteur.le, facteur.get_genre_display(), str(facteur.par), facteur.texte)
        if facteur.retire_le:
            quoi = f"N’est plus d’actualité : {facteur.get_genre_display().lower()}"
            yield Evenement(facteur.retire_le, quoi, detail=facteur.texte)


def _refus(dossier, user):
    for refus in dossier.refuss.select_related("par", "partenaire"):
        yield Evenement(refus.le, f"{refus}, adressé au Bourgmestre", str(refus.par), refus.motif)


SOURCES = (
    _etats,
    _revues,
    _personnes,
    _facteurs,
    _refus,
    chronologie_informations,
    chronologie_transmissions,
)
