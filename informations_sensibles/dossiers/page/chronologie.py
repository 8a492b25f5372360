"""The whole of a dossier as a chronology, newest first: what happened, when, by whom, without a name."""

from collections.abc import Iterable

from informations_sensibles.dossiers.ajouts import Evenement, ajouts
from informations_sensibles.dossiers.etats import EtatDossier

EN_MOTS = {
    EtatDossier.PROPOSE: "Proposé",
    EtatDossier.OUVERT: "Ouvert : nécessité, proportionnalité et subsidiarité pesées par deux personnes",
    EtatDossier.EN_SUIVI: "En suivi",
    EtatDossier.EN_REVUE: "Mis en revue",
    EtatDossier.CLOS: "Clos",
    EtatDossier.POLICE_SEULE: "Repris par la police seule : le suivi social s’arrête",
    EtatDossier.EFFACE: "Effacé",
}


def chronologie(dossier, user) -> list[Evenement]:
    """Tell what this person reads of the dossier, and of what the other nouns add to it."""
    siens = (evenement for source in SIENS for evenement in source(dossier))
    des_autres = (evenement for ajout in ajouts() for evenement in ajout.chronologie(dossier, user))
    return sorted([*siens, *des_autres], key=lambda evenement: evenement.quand, reverse=True)


def _etats(dossier) -> Iterable[Evenement]:
    """Tell its states and its pilotes, from its history."""
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


def _revues(dossier):
    for revue in dossier.revues.select_related("par"):
        yield Evenement(revue.le, str(revue), str(revue.par), revue.motif)


def _personnes(dossier):
    for personne in dossier.implications.select_related("par"):
        yield Evenement(personne.le, f"Dans le dossier : {personne}", str(personne.par))
        if personne.retiree_le:
            yield Evenement(personne.retiree_le, f"N’est plus dans le dossier : {personne}")


def _facteurs(dossier):
    for facteur in dossier.facteurs.select_related("par"):
        yield Evenement(facteur.le, facteur.get_genre_display(), str(facteur.par), facteur.texte)
        if facteur.retire_le:
            quoi = f"N’est plus d’actualité : {facteur.get_genre_display().lower()}"
            yield Evenement(facteur.retire_le, quoi, detail=facteur.texte)


def _refus(dossier):
    for refus in dossier.refus.select_related("par", "partenaire"):
        yield Evenement(refus.le, f"{refus}, adressé au Bourgmestre", str(refus.par), refus.motif)


SIENS = (_etats, _revues, _personnes, _facteurs, _refus)
