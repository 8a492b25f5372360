"""What tests arrange the world with."""

import os
import time
from contextlib import contextmanager

from django.conf import settings
from django.db import connection


@contextmanager
def proprietaire():
    """Arrange as csil_owner, on the same connection and in the same transaction."""
    with connection.cursor() as curseur:
        curseur.execute("SET ROLE NONE")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                curseur.execute("SET ROLE csil_app")


def environnement_de_la_base(**autres) -> dict:
    """For a process of its own that must meet the database of the tests, as csil_app."""
    reglages = {"CSIL_PROPRIETAIRE": "0", "DJANGO_SETTINGS_MODULE": "csil.settings"}
    return {**os.environ, **reglages, "PYTHONPATH": str(settings.RACINE), **autres}


def attendre(condition, delai=15):
    """Look again until `condition()` is true, at most `delai` seconds: for what another thread or process does."""
    fin = time.monotonic() + delai
    while not condition():
        assert time.monotonic() < fin, "trop long"
        time.sleep(0.02)


def attendre_au_verrou(combien: int) -> None:
    """Let other connections come to a row that this one holds, until so many wait there."""

    def arrivees() -> bool:
        with connection.cursor() as curseur:
            curseur.execute("SELECT pg_stat_clear_snapshot()")
            curseur.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            return curseur.fetchone()[0] == combien

    with proprietaire():
        attendre(arrivees)


def relire(objet):
    """As it is now, read as csil_owner: without a name, nobody reads a mandate."""
    with proprietaire():
        return type(objet)._base_manager.get(pk=objet.pk)


def mandat_de(personne):
    """The only mandate of this person."""
    with proprietaire():
        return personne.mandats.select_related("groupe", "personne").get()
