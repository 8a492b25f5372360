"""The rooms of a package, found by the modules that they have: a new noun needs no line outside its own room."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from django.core.exceptions import ImproperlyConfigured

from csil.declarations.nom import declarer


def modules(paquet: str, nom: str) -> Iterator[ModuleType]:
    """Import and yield `<paquet>.<room>.<nom>` for each room that has such a module, in alphabetical order.

    A room that has none is not imported at all: it could ask for models that are still to come.
    """
    dossier = Path(import_module(paquet).__path__[0])
    for trouve in sorted([*dossier.glob(f"*/{nom}.py"), *dossier.glob(f"*/{nom}/__init__.py")]):
        yield import_module(f"{paquet}.{trouve.relative_to(dossier).parts[0]}.{nom}")


def declarer_paquet(paquet: str) -> None:
    """Declare every noun of the package: called by its `AppConfig.ready()`."""
    trouves = list(modules(paquet, "declaration"))
    if not trouves:  # an installation without its sources would put nothing away, and say nothing of it
        raise ImproperlyConfigured(f"{paquet} : aucune déclaration n’a été trouvée.")
    for module in trouves:
        declarer(module.DECLARATION)
