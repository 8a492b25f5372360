"""The declaration of a noun: its tables, and what the kernel shows, does and guards of it without knowing it.

A room of a package declares its noun once, in `declaration.py`:

    DECLARATION = Declaration(
        nom="dossiers",
        modeles=(Dossier, Revue),
        quarantaine={Dossier: ((Revue, "dossier"),)},
        taches=(accueil.dossiers,),
        rubriques=(Rubrique("cellule", "Dossiers", "dossiers", 5, est_de_la_cellule),),
    )

What must be said has no default, so that nobody forgets it; `tests/maison/test_declarations.py` says what a room has and does not
declare.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


def _tous(personne: Any) -> bool:
    return True


@dataclass(frozen=True)
class Section:
    """An entry of the header, for whom `visible(person)` is true, in the order of `rang`.

    `adresse`: the name of its address. `invite`: what one can do there, said on an empty home page.
    """

    nom: str
    adresse: str
    visible: Callable[[Any], bool] = _tous
    rang: int = 50
    invite: str = ""


@dataclass(frozen=True)
class Rubrique:
    """An entry of the row under the header, inside the place of one of the two groups (`lieu`: « concertation », « cellule »).

    `aussi`: neighbours of its address that belong to it (« points »: /concertation/points/, beside /concertation/reunions/).
    """

    lieu: str
    nom: str
    adresse: str
    rang: int = 50
    visible: Callable[[Any], bool] = _tous
    aussi: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """Hold all that a noun declares; a source is a function of a person that reads in the name of who asks."""

    nom: str
    # Every table of the noun; their histories follow
    modeles: tuple[type[Any], ...]
    # {record: ((what hangs from it, its foreign key), …)}: hidden and erased with the record when it is found classified (R31)
    quarantaine: Mapping[type[Any], tuple[tuple[type[Any], str], ...]]
    # What waits for a person on the home page: functions that yield `csil.accueil.Tache`
    taches: tuple[Callable[..., Any], ...]
    # {record: function of its key} that yields (model, column, keys) of what repeats its words elsewhere, erased with it
    copies: Mapping[type[Any], Callable[[str], Iterator[Any]]] = field(default_factory=dict)
    rendez_vous: tuple[Callable[..., Any], ...] = ()
    nouveautes: tuple[Callable[..., Any], ...] = ()
    sections: tuple[Section, ...] = ()
    rubriques: tuple[Rubrique, ...] = ()
    # « Que verrait cette personne ? »: functions that yield `csil.accueil.regard.Regard`
    regards: tuple[Callable[..., Any], ...] = ()
    # {name in the log: function of nothing} that the worker runs from time to time as the clock
    echeances: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    # {name kept in the queue: function of an argument} that gives a joined file when the e-mail leaves
    recettes: Mapping[str, Callable[[str], bytes]] = field(default_factory=dict)
    # Functions of (kind, values) that give the telephones and e-mails that a directory knows (`csil.garde`)
    repertoires: tuple[Callable[[str, set[str]], set[str]], ...] = ()
    # What it adds to a noun of a lower room, which reads it there: `DansLeDossier`
    ajouts: tuple[Any, ...] = ()


_declarations: dict[str, Declaration] = {}


def declarer(declaration: Declaration) -> None:
    """Take a noun into the application, once, when its package is ready. Declaring the same name again replaces."""
    _declarations[declaration.nom] = declaration


def declarations() -> list[Declaration]:
    """Give the declarations, in the order in which the packages were loaded and their rooms found."""
    return list(_declarations.values())


def tous(champ: str) -> Iterator[Any]:
    """Yield what all the nouns declare under this field: the members of a tuple, the (key, value) pairs of a mapping."""
    for declaration in declarations():
        valeur = getattr(declaration, champ)
        yield from valeur.items() if isinstance(valeur, Mapping) else valeur
