"""What the home page asks of people about dossiers: open, review, look back, find a pilote, erase. References only."""

from csil.texte.typographie import date_longue
from informations_sensibles.commun.accueil import tache
from informations_sensibles.commun.permissions import NOYAU, OUVRENT, a_un_role, est_de_la_cellule
from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.effacement import Effacement

# A home page is no list: the oldest of each kind; the list has them all.
AU_PLUS = 10


def dossiers(user):
    if not est_de_la_cellule(user):
        return
    visibles = Dossier.objects.visible_to(user)
    if a_un_role(user, OUVRENT):
        yield from _a_ouvrir(visibles, user)
    yield from _a_revoir(visibles, user)
    yield from _a_regarder(visibles, user)
    if a_un_role(user, NOYAU):
        yield from _sans_pilote(visibles)
        yield from _a_effacer(user)


def _a_ouvrir(visibles, user):
    proposes = visibles.filter(etat=EtatDossier.PROPOSE).exclude(propose_par=user)
    for dossier in proposes.select_related("propose_par").order_by("propose_le")[:AU_PLUS]:
        contexte = f"Proposé par {dossier.propose_par}"
        yield tache(
            dossier, f"Ouvrir ou non un dossier : {dossier}", contexte, "Examiner", dossier.propose_le
        )


def _a_revoir(visibles, user):
    """Ask its pilote for the review that is due, and the one that is open."""
    siens = visibles.filter(pilote=user)
    dus = siens.a_revoir() | siens.filter(etat=EtatDossier.EN_REVUE)
    for dossier in dus.order_by("prochaine_revue")[:AU_PLUS]:
        ouverte = dossier.etat == EtatDossier.EN_REVUE
        yield tache(
            dossier,
            f"{'Conclure la revue d’' if ouverte else 'Revoir '}un dossier : {dossier}",
            f"Revue prévue pour le {date_longue(dossier.prochaine_revue)}",
            "Conclure" if ouverte else "Revoir",
            None,
            dossier.revue_en_retard,
        )


def _a_regarder(visibles, user):
    for dossier in visibles.filter(pilote=user).a_regarder().order_by("clos_le")[:AU_PLUS]:
        prevu = date_longue(getattr(dossier, dossier.regard_du))
        contexte = f"Clos le {date_longue(dossier.clos_le)}, prévu pour le {prevu}"
        yield tache(dossier, f"Jeter un coup d’œil à un dossier clos : {dossier}", contexte, "Noter", None)


def _sans_pilote(visibles):
    """Ask who can hand it over for another pilote, when its own has left."""
    for dossier in visibles.sans_pilote().select_related("pilote").order_by("propose_le")[:AU_PLUS]:
        contexte = f"{dossier.pilote} ne peut plus le piloter"
        yield tache(
            dossier, f"Donner un pilote à un dossier : {dossier}", contexte, "Confier", None, en_retard=True
        )


def _a_effacer(user):
    attente = (
        Effacement.objects.visible_to(user).en_attente().exclude(par=user).select_related("dossier", "par")
    )
    for effacement in attente[:AU_PLUS]:
        contexte = f"Proposé par {effacement.par}"
        quoi = f"Décider de l’effacement d’un dossier : {effacement.dossier}"
        yield tache(effacement, quoi, contexte, "Décider", effacement.le)
