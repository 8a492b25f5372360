"""A process that acts without end, for the campaign of kills: `python -m tests.maison.acteur NUMBER SEED`.

It forks a child that does one act of the Cellule after the other, kills it (-9) somewhere in the middle of one, and begins again.
"""

import os
import random
import signal
import sys
import time
import traceback
from itertools import count
from types import SimpleNamespace

import django

if __name__ == "__main__":
    django.setup()

from django.db import connection
from simple_history.models import HistoricalRecords

from csil.comptes.models import Utilisateur
from csil.identite import au_nom_de


def agir_sans_fin(graine: int, pret: int) -> None:
    """In the child: every act once, in the order of a dossier's life, a word to its parent, then acts until it is killed."""
    from tests.maison.actes import ACTES, Acteurs

    hasard = random.Random(graine)
    acteurs = Acteurs()
    for rang in count():
        login, acte = ACTES[rang] if rang < len(ACTES) else hasard.choice(ACTES)
        personne = getattr(acteurs, login)
        HistoricalRecords.context.request = SimpleNamespace(user=personne)
        with au_nom_de(personne, second_facteur=True):
            acte(personne, hasard)
        if rang + 1 == len(ACTES):
            os.write(pret, b"!")


def tuer(graine: int, hasard: random.Random) -> None:
    lu, pret = os.pipe()
    if (enfant := os.fork()) == 0:
        try:
            agir_sans_fin(graine, pret)
        except BaseException:
            traceback.print_exc()
        os._exit(1)
    os.close(pret)
    vivant = os.read(lu, 1)
    os.close(lu)
    time.sleep(hasard.uniform(0.002, 0.5))  # the moment of the kill, not a wait for something
    os.kill(enfant, signal.SIGKILL)
    _, etat = os.waitpid(enfant, 0)
    assert vivant and os.WIFSIGNALED(etat), "the child ended by itself: an act failed"


def main(nombre: int, graine: int) -> None:
    hasard = random.Random(graine)
    Utilisateur.objects.count()  # what the first query loads, every child then has
    connection.close()
    for rang in range(nombre):
        tuer(graine + rang, hasard)
    print(f"{nombre} arrêts")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
