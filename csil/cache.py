"""The cache, as JSON in its table: what stands there is read, never run.

Django's own keeps pickles: SQL smuggled in through a bug could write one, and the server that opens it would hand over its
keys. It also forgets the counts of failed logins once 300 keys are there; here a key goes when its time is over.
"""

import json

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection

BALAI = 100  # expired rows that one writing takes away


class CacheEnJson(DatabaseCache):
    """For PostgreSQL. Keys of a dictionary come back as words, tuples as lists."""

    def get_many(self, keys, version=None):
        noms = {self.make_and_validate_key(cle, version=version): cle for cle in keys}
        with connection.cursor() as curseur:
            curseur.execute(
                f"SELECT cache_key, value FROM {self._table} "  # noqa: S608 - the table of the settings
                "WHERE cache_key = ANY (%s) AND expires > statement_timestamp()",
                [list(noms)],
            )
            lues = curseur.fetchall()
        return {noms[nom]: valeur for nom, texte in lues for valeur in _valeurs(texte)}

    def _base_set(self, mode, key, value, timeout=DEFAULT_TIMEOUT):
        fin = self.get_backend_timeout(timeout)
        table, expire = self._table, "coalesce(to_timestamp(%s), 'infinity')"
        with connection.cursor() as curseur:
            if mode == "touch":
                curseur.execute(
                    f"UPDATE {table} SET expires = {expire} "  # noqa: S608
                    "WHERE cache_key = %s AND expires > statement_timestamp()",
                    [fin, key],
                )
                return curseur.rowcount == 1
            curseur.execute(
                f"DELETE FROM {table} WHERE cache_key IN (SELECT cache_key FROM {table} "  # noqa: S608
                f"WHERE expires < statement_timestamp() LIMIT {BALAI} FOR UPDATE SKIP LOCKED)"
            )
            libre = f" WHERE {table}.expires <= statement_timestamp()" if mode == "add" else ""
            curseur.execute(
                f"INSERT INTO {table} (cache_key, value, expires) VALUES (%s, %s, {expire}) "  # noqa: S608
                f"ON CONFLICT (cache_key) DO UPDATE SET (value, expires) = (excluded.value, excluded.expires){libre}",
                [key, json.dumps(value), fin],
            )
            return curseur.rowcount == 1


def _valeurs(texte):
    """None or one: what is not JSON (a pickle of before) is not there."""
    try:
        yield json.loads(texte)
    except ValueError:
        return
