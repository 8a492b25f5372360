"""Who can read a dossier, what each may do there and why: the table at the top of its page. Never why somebody is kept away."""

from dataclasses import dataclass, field
from datetime import datetime

from csil.comptes.models import Utilisateur
from informations_sensibles.commun.cercle import roles_par_personne
from informations_sensibles.commun.permissions import NOYAU, TIENNENT, membres
from informations_sensibles.dossiers.etats import CONTRIBUER, PILOTER, EtatDossier
from informations_sensibles.dossiers.models.droit_dossier import DroitDossier

LIRE, ECRIRE, MENER = "Lire", "Lire et contribuer", "Piloter"


@dataclass
class Lecteur:
    personne: Utilisateur
    peut: str = LIRE
    raisons: list[str] = field(default_factory=list)
    jusqu_au: datetime | None = None
    nomme: bool = False  # in the circle by name, so that it can be taken out of it
    pilote: bool = False


@dataclass(frozen=True)
class Cercle:
    lecteurs: list[Lecteur]
    # Kept away for a conflict of interest: whoever reads does not speak of it to them
    ecartes: list[Utilisateur]


def cercle_du_dossier(dossier) -> Cercle:
    """List who reads the dossier, in a fixed number of queries, whatever the number of members."""
    ecartes, roles, droits = dossier.tenus_a_l_ecart(), roles_par_personne(), _droits(dossier)
    lecteurs = []
    for personne in membres().exclude(pk__in=ecartes):
        lecteur = _lecteur(dossier, personne, roles[personne.pk], droits.get(personne.pk, []))
        if lecteur.raisons:
            lecteurs.append(lecteur)
    lecteurs.sort(key=lambda lecteur: not lecteur.pilote)
    return Cercle(lecteurs, list(Utilisateur.objects.filter(pk__in=ecartes)))


def _droits(dossier) -> dict[int, list[DroitDossier]]:
    droits = {}
    for droit in (
        DroitDossier.objects.en_vigueur().filter(content_object=dossier).select_related("permission")
    ):
        droits.setdefault(droit.user_id, []).append(droit)
    return droits


def _lecteur(dossier, personne, roles, droits) -> Lecteur:
    lecteur = Lecteur(personne, nomme=bool(droits), pilote=personne.pk == dossier.pilote_id)
    codes = {droit.permission.codename for droit in droits}
    if droits:
        lecteur.peut = MENER if PILOTER in codes else ECRIRE if CONTRIBUER in codes else LIRE
        lecteur.jusqu_au = max((d.fin for d in droits if d.fin), default=None)
        lecteur.raisons.append("Pilote du dossier" if lecteur.pilote else droits[0].motif)
    if dossier.etat == EtatDossier.PROPOSE and roles & set(TIENNENT):
        lecteur.peut = lecteur.peut if PILOTER in codes else ECRIRE
        lecteur.raisons.append("Lit ce qui est proposé, et l’ouvre ou non")
    if roles & set(NOYAU):
        lecteur.peut, lecteur.jusqu_au = MENER, None
        lecteur.raisons.insert(0, "Noyau légal")
    return lecteur
