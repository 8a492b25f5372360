"""Search in the Cellule: by reference, by words, by name for who may reveal it; every circle respected (R74)."""

import re
from dataclasses import dataclass

from django.db import connection, models
from django.db.models.expressions import RawSQL

from csil.recherche import en_mots, requete
from informations_sensibles.permissions import NOYAU, a_un_role


class SansRecherche(models.Manager):
    """What the database searches in is not read with the record."""

    def get_queryset(self):
        return super().get_queryset().defer("recherche")


def contenant(queryset, user, demande: str):
    """Rows of `queryset`, which comes from `visible_to(user)`, in whose words every word of `demande` is found.

    A member's rows are few: they are read one by one. Who sees everything asks the index, through a function that gives
    keys only, the newest thousand; they are then read back as the others, under the policy (mur.md §3).
    """
    mots = en_mots(demande)
    if not mots:
        return queryset.none()
    if a_un_role(user, NOYAU):
        return queryset.filter(pk__in=_cles(queryset.model._meta.model_name, mots))
    return queryset.filter(recherche=requete(mots))


def _cles(nom: str, mots: list[str]) -> list:
    """Asked apart: a list of keys is read back by the index, a function that yields them is not."""
    with connection.cursor() as curseur:
        curseur.execute(f"SELECT csil_chercher_{nom}s(%s)", [mots])
        return [cle for (cle,) in curseur.fetchall()]


def nommes(mots: list[str]):
    """Keys of the dossiers whose person bears this name, among those whose identity the speaker may reveal."""
    return RawSQL("SELECT csil_chercher_personne(%s)", [mots])


REFERENCE = re.compile(r"([A-Z]{1,2})[- ]?([2-9A-HJ-NP-Z]{4})[- ]?([2-9A-HJ-NP-Z]{2})")
PAR_PAGE, MAXIMUM = 25, 1000


@dataclass(frozen=True)
class Trouvailles:
    """The newest rows of one kind, and how many there are; counting stops at a thousand."""

    lignes: list
    compte: int

    @property
    def deborde(self) -> bool:
        return self.compte > MAXIMUM


RIEN = Trouvailles([], 0)


def trouver(visibles, user, demande: str, ordre: str) -> Trouvailles:
    """In `visibles`, which comes from `visible_to(user)`: by reference, else by words, the last `ordre` first."""
    par_reference = visibles.filter(reference=lire_reference(demande)).order_by()
    if lues := list(par_reference):
        return Trouvailles(lues, len(lues))
    trouvees = contenant(visibles, user, demande)
    compte = trouvees.order_by().values("pk")[: MAXIMUM + 1].count()
    return Trouvailles(list(trouvees.order_by(f"-{ordre}", "-pk")[:PAR_PAGE]) if compte else [], compte)


def lire_reference(demande: str) -> str:
    """« d7f3k29 » is D-7F3K-29, as one may dictate it; what looks like none is nothing."""
    lue = REFERENCE.fullmatch(demande.strip().upper())
    return "-".join(lue.groups()) if lue else ""
