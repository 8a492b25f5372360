"""A circuit as a line of steps, drawn by `composants/ligne_etapes.html`: as it is written, or where an information stands in it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from csil.comptes.models import Utilisateur
from informations_sensibles.circuits.models.etape_circuit import Acte, Role


@dataclass(frozen=True)
class Etape:
    """Hold one step of the line. `etat`: « faite », « courante », « en_retard », « a_venir », or "" for a circuit that nothing goes through."""

    acte: str
    role: str
    delai: str = ""
    consigne: str = ""
    etat: str = ""
    echeance: date | None = None
    faite_par: Utilisateur | None = None
    faite_le: datetime | None = None
    mot: str = ""


def ligne_du_modele(version) -> list[Etape]:
    return [
        Etape(e.get_acte_display(), e.get_role_display(), e.delai, e.consigne) for e in version.etapes.all()
    ]


def ligne_parcourue(etapes) -> list[Etape]:
    """Draw the steps of one information, in order: done, the current one (late or not), to come."""
    ligne, aujourd_hui, ouverte = [], timezone.localdate(), True
    for etape in etapes:
        etat = "faite" if etape.faite_le else "a_venir"
        if ouverte and not etape.faite_le:
            ouverte = False
            etat = "en_retard" if etape.echeance and etape.echeance < aujourd_hui else "courante"
        ligne.append(
            Etape(
                acte=_mots(Acte, etape.acte), role=_mots(Role, etape.role), consigne=etape.consigne, etat=etat,
                echeance=etape.echeance, faite_par=etape.faite_par, faite_le=etape.faite_le, mot=etape.mot,
            )
        )  # fmt: skip
    return ligne


def _mots(choix, code) -> str:
    return str(dict(choix.choices).get(code, code)).replace("'", "’")
