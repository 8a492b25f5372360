"""The header, and the row under it inside the place of a group: each entry is declared by its noun."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from csil.declarations import tous


@dataclass(frozen=True)
class Entree:
    """An entry as one person sees it now. `invite`: what one can do there, said on an empty home page."""

    nom: str
    adresse: str
    courante: bool
    invite: str = ""


def sections_de(personne: Any, chemin: str) -> list[Entree]:
    """Give the header of this person at this address: a section that is not theirs does not appear at all (conception §3)."""
    return [
        Entree(
            section.nom, adresse := reverse(section.adresse), _est_courante(adresse, chemin), section.invite
        )
        for section in _par_rang(tous("sections"))
        if section.visible(personne)
    ]


def rubriques_de(personne: Any, lieu: str, chemin: str) -> list[Entree]:
    """Give the entries that this person may open; the current one has the address that is the longest beginning of `chemin`."""
    visibles = [
        (rubrique.nom, reverse(rubrique.adresse), rubrique.aussi)
        for rubrique in _par_rang(tous("rubriques"))
        if rubrique.lieu == lieu and rubrique.visible(personne)
    ]
    debuts = {debut: nom for nom, adresse, aussi in visibles for debut in _debuts(adresse, aussi)}
    courante = max((debut for debut in debuts if chemin.startswith(debut)), key=len, default="")
    return [Entree(nom, adresse, nom == debuts.get(courante)) for nom, adresse, _ in visibles]


def _debuts(adresse: str, aussi: Iterable[str]) -> list[str]:
    """Give the beginnings of the addresses that belong to one entry."""
    parent = adresse.rstrip("/").rpartition("/")[0]
    return [adresse, *(f"{parent}/{voisine}/" for voisine in aussi)]


def _par_rang(inscrites: Iterable[Any]) -> list[Any]:
    return sorted(inscrites, key=lambda inscrite: inscrite.rang)


def _est_courante(adresse: str, chemin: str) -> bool:
    return chemin == adresse or (adresse != "/" and chemin.startswith(adresse))
