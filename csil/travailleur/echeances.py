"""What the passing of time asks for: reminders, alarms, suspensions. Each noun declares its own.

The worker (`manage.py travailler`) calls each of them from time to time as the clock, a service identity that reads
dates, states and owners, never text. Each may be called any number of times and does a thing once.
"""

import logging
from collections.abc import Callable
from zlib import crc32

from django.db import connection, transaction

from csil.declarations import tous
from csil.identite import au_nom_de_l_horloge

journal = logging.getLogger(__name__)


def echeances() -> dict[str, Callable[[], None]]:
    """Give what time asks for, by its name in the log."""
    return dict(tous("echeances"))


def executer_echeances(continuer: Callable[[], bool] = lambda: True) -> list[str]:
    """Run each deadline in a transaction of its own, in the clock's name; the names of those that failed, which stop no other.

    The log has the name and the kind of error, never its text: it could quote what somebody wrote.
    """
    echouees = []
    for nom, fonction in echeances().items():
        if not continuer():
            break
        try:
            with au_nom_de_l_horloge(), transaction.atomic():
                if _seul(nom):
                    fonction()
        except Exception as erreur:
            journal.error("Échéance « %s » : %s", nom, type(erreur).__name__)
            echouees.append(nom)
            liberer_connexion()
    return echouees


def liberer_connexion() -> None:
    """After an error: a connection that the server has cut makes room for a new one."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


def _seul(nom: str) -> bool:
    """Held until the end of the transaction: two workers do not do the same thing at the same moment."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT pg_try_advisory_xact_lock(%s)", [crc32(nom.encode())])
        return curseur.fetchone()[0]
