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


def enregistrer_section(nom: str, nom_url: str, visible: Callable, rang: int = 50, invite: str = "") -> None:
    """Show the section to whom `visible(user)` is true, in the order of `rang`. Registering twice replaces."""
    _sections[nom_url] = (rang, nom, visible, invite)


def sections_de(user, chemin: str) -> list[Section]:
    """A section that is not this person's own does not appear at all (conception §3)."""
    return [
        Section(nom, adresse := reverse(nom_url), _est_courante(adresse, chemin), invite)
        for nom_url, (_, nom, visible, invite) in sorted(_sections.items(), key=lambda paire: paire[1][0])
        if visible(user)
    ]


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
