"""References of the Cellule, and search: by reference, by words, by name for who may reveal it, every circle respected (R74)."""

import re
import secrets
from dataclasses import dataclass

from django.db import connection, models
from django.db.models import Count, Window
from django.db.models.expressions import RawSQL

from csil.recherche import en_mots, requete
from csil.recherche.pagination import MAXIMUM
from informations_sensibles.commun.permissions import NOYAU, a_un_role

MONTREES = 25
# What a reference is drawn from: it is read aloud, so no letters or figures that look alike
SIGNES = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
REFERENCE = re.compile(rf"([A-Z]{{1,2}})[- ]?([{SIGNES}]{{4}})[- ]?([{SIGNES}]{{2}})")


class SansRecherche(models.Manager):
    """Read the records without the column in which the database searches."""

    def get_queryset(self):
        return super().get_queryset().defer("recherche")


@dataclass(frozen=True)
class Trouvailles:
    """Hold the newest rows of one kind, and how many there are; for who sees everything, up to a thousand."""

    lignes: list
    compte: int

    @property
    def deborde(self) -> bool:
        return self.compte > MAXIMUM


RIEN = Trouvailles([], 0)


def trouver(objets, user, demande: str, ordre: str) -> Trouvailles:
    """Find those of `objets` that this person may read, the last `ordre` first: the rows and their count at once."""
    trouvees = repondant(objets, user, demande).visible_to(user).order_by(f"-{ordre}", "-pk")
    lignes = list(trouvees.annotate(compte=Window(Count("*")))[:MONTREES])
    return Trouvailles(lignes, lignes[0].compte) if lignes else RIEN


def repondant(objets, user, demande: str):
    """Find the one of `objets` that bears this reference, else those with these words; ask `visible_to(user)` besides."""
    if reference := lire_reference(demande):
        par_reference = objets.filter(reference=reference)
        if par_reference.visible_to(user).exists():
            return par_reference
    return contenant(objets, user, demande)


def nouvelle_reference(prefixe: str) -> str:
    """Draw a reference that counts nothing: « SC-7F3K-29 »."""
    tires = [secrets.choice(SIGNES) for _ in range(6)]
    return f"{prefixe}-{''.join(tires[:4])}-{''.join(tires[4:])}"


def lire_reference(demande: str) -> str:
    """Read « d7f3k29 », as one may dictate it, as D-7F3K-29; what looks like no reference gives nothing."""
    lue = REFERENCE.fullmatch(demande.strip().upper())
    return "-".join(lue.groups()) if lue else ""


def contenant(objets, user, demande: str):
    """Find those of `objets` in whose words every word of `demande` is; ask `visible_to(user)` besides.

    A member's rows are few: they are read one by one. Who sees everything asks the index, through a function that gives
    keys only, the newest thousand; they are then read back as the others, under the policy (mur.md §3).
    """
    mots = en_mots(demande)
    if not mots:
        return objets.none()
    if a_un_role(user, NOYAU):
        return objets.filter(pk__in=_cles(objets.model._meta.model_name, mots))
    return objets.filter(recherche=requete(mots))


def _cles(nom: str, mots: list[str]) -> list:
    """Ask for the keys apart: a list of them is read back by the index, a function that yields them is not."""
    with connection.cursor() as curseur:
        curseur.execute(f"SELECT csil_chercher_{nom}s(%s)", [mots])
        return [cle for (cle,) in curseur.fetchall()]


def nommes(mots: list[str]):
    """Name the keys of the dossiers whose person bears this name, among those whose identity the speaker may reveal."""
    return RawSQL("SELECT csil_chercher_personne(%s)", [mots])
