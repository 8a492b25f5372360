"""Sections of the header. The other packages register theirs in `AppConfig.ready()`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Section:
    """A section as one person sees it now. `invite`: what one can do there, said on an empty home page."""

    nom: str
    adresse: str
    courante: bool
    invite: str


_sections: dict[str, tuple[int, str, Callable, str]] = {}
_rubriques: dict[str, dict[str, tuple[int, str, Callable, tuple[str, ...]]]] = {}


def enregistrer_section(nom: str, nom_url: str, visible: Callable, rang: int = 50, invite: str = "") -> None:
    """Show the section to whom `visible(user)` is true, in the order of `rang`. Registering twice replaces."""
    _sections[nom_url] = (rang, nom, visible, invite)


def sections_de(user, chemin: str) -> list[Section]:
    """A section that is not this person's own does not appear at all (conception §3)."""
    return [
        Section(nom, adresse := reverse(nom_url), _est_courante(adresse, chemin), invite)
        for nom_url, (_, nom, visible, invite) in _par_rang(_sections)
        if visible(user)
    ]


def enregistrer_rubrique(
    lieu: str,
    nom: str,
    nom_url: str,
    rang: int = 50,
    visible: Callable | None = None,
    aussi: tuple[str, ...] = (),
) -> None:
    """A section inside one of the two groups' places (« concertation », « cellule »): its own row under the band.

    `aussi`: neighbours of its address that belong to it (« points »: /concertation/points/, beside /concertation/reunions/).
    """
    _rubriques.setdefault(lieu, {})[nom_url] = (rang, nom, visible or _tous, aussi)


def rubriques_de(user, lieu: str, chemin: str) -> list[Section]:
    """Those this person may open; the current one is the one whose address is the longest beginning of `chemin`."""
    visibles = [
        (nom, reverse(url), aussi)
        for url, (_, nom, visible, aussi) in _par_rang(_rubriques.get(lieu, {}))
        if visible(user)
    ]
    debuts = {debut: nom for nom, adresse, aussi in visibles for debut in _debuts(adresse, aussi)}
    courante = debuts.get(max((d for d in debuts if chemin.startswith(d)), key=len, default=None))
    return [Section(nom, adresse, nom == courante, "") for nom, adresse, _ in visibles]


def _debuts(adresse: str, aussi) -> list[str]:
    """The beginnings of the addresses of one section."""
    parent = adresse.rstrip("/").rpartition("/")[0]
    return [adresse, *(f"{parent}/{voisine}/" for voisine in aussi)]


def _par_rang(inscrites: dict) -> list:
    return sorted(inscrites.items(), key=lambda paire: paire[1][0])


def _est_courante(adresse: str, chemin: str) -> bool:
    return chemin == adresse or (adresse != "/" and chemin.startswith(adresse))


def _tous(user) -> bool:
    return True


enregistrer_section("Accueil", "accueil", _tous, rang=0)
enregistrer_section("Plateforme", "plateforme", _tous, 70, "Voir à quoi sert la plateforme et qui la dirige")
enregistrer_section("Aide", "aide", _tous, 80, "Lire ce qu’on peut dire, à qui et dans quel cadre")
enregistrer_section(
    "Administration",
    "admin:index",
    lambda user: user.is_staff,
    90,
    "Gérer les comptes et les appartenances aux groupes",
)
