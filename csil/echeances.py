"""What the passing of time asks for: reminders, alarms, suspensions. The packages register theirs in `ready()`.

The worker (`manage.py travailler`) calls each of them from time to time as the clock, a service identity that reads
dates, states and owners, never text. Each may be called any number of times and does a thing once.
"""

from collections.abc import Callable

_echeances: dict[str, Callable[[], None]] = {}


def enregistrer_echeance(nom: str, fonction: Callable[[], None]) -> None:
    """`nom`: as the log calls it. Registering twice replaces."""
    _echeances[nom] = fonction


def echeances() -> dict[str, Callable[[], None]]:
    return dict(_echeances)
