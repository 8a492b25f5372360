"""What happens without anybody asking: e-mails leave, deadlines are looked at. One process beside gunicorn, as csil_app.

It keeps nothing in memory: killed at any moment, the next one goes on from the rows.
"""

import logging
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

from django.db import InterfaceError, OperationalError, connection

from csil.courrier import distribuer
from csil.travailleur.echeances import executer_echeances, liberer_connexion

journal = logging.getLogger(__name__)

PAUSE = 2  # seconds between two looks at the queue
PERIODE = 15 * 60  # seconds between two rounds of deadlines
SURSIS = 1.5  # seconds that the mail in hand has, once asked to stop


class Travailleur:
    """Send e-mails and look at deadlines, again and again, until asked to stop."""

    def __init__(self, pause: float = PAUSE, periode: float = PERIODE):
        self.pause, self.periode = pause, periode
        self.arret = threading.Event()
        self.base_perdue = False

    def recevoir_les_signaux(self) -> None:
        for numero in (signal.SIGTERM, signal.SIGINT):
            signal.signal(numero, self._arreter)

    def _arreter(self, *_: Any) -> None:
        """Stop between two mails if it can; after `SURSIS` the system ends it, and the mail in hand will be « incertain »."""
        self.arret.set()
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, SURSIS)

    def continuer(self) -> bool:
        return not self.arret.is_set()

    def tourner(self) -> None:
        """Work until asked to stop."""
        prochaines = time.monotonic()
        while self.continuer():
            if time.monotonic() >= prochaines:
                self.essayer(self.echeances)
                prochaines = time.monotonic() + self.periode
            self.essayer(self.courrier)
            self.arret.wait(self.pause)
        signal.setitimer(signal.ITIMER_REAL, 0)

    def une_fois(self) -> bool:
        """Do what is due now, for cron and tests; say whether all of it went well."""
        bien = self.essayer(self.courrier)
        bien = self.essayer(self.echeances) and bien
        return self.essayer(self.courrier) and bien  # what the deadlines asked for

    def courrier(self) -> bool:
        while distribuer(continuer=self.continuer):
            pass
        return True

    def echeances(self) -> bool:
        return not executer_echeances(self.continuer)

    def essayer(self, tache: Callable[[], bool]) -> bool:
        """Do the task, of which nothing that fails ends the worker; a database that went away is waited for."""
        try:
            bien = tache()
        except (OperationalError, InterfaceError) as erreur:
            if not self.base_perdue:
                journal.error(
                    "La base ne répond pas (%s) ; nouvel essai dans %s s.", type(erreur).__name__, self.pause
                )
            self.base_perdue = True
            connection.close()
            return False
        except Exception as erreur:
            journal.error("Travail « %s » : %s", tache.__name__, type(erreur).__name__)
            liberer_connexion()
            return False
        if self.base_perdue:
            self.base_perdue = False
            journal.warning("La base répond de nouveau.")
        return bien
