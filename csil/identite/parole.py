"""In whose name PostgreSQL hears us: a signed token travels with the statement that opens each transaction.

Token: person, second factor of this login (0 or 1), backend pid, milliseconds since 1970, HMAC-SHA256. The database
verifies it in `csil_moi()` (sql/identite.sql). No token, a forged one, an old one, another connection's: nobody speaks.
"""

import hashlib
import hmac
import time
from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from psycopg2.extensions import TRANSACTION_STATUS_IDLE, TRANSACTION_STATUS_INTRANS

from csil.identite.second_facteur import est_verifie

HORLOGE = 10**18 - 1  # no account can have this number (sql/comptes.sql)
POSER = "SELECT set_config('csil.jeton', '{}', true); "  # digits, dots and hexadecimal: nothing to quote
DEFAIRE = "ROLLBACK TO"
# A transaction that a mistake aborted takes nothing but these, alone: with a name before them, all of it would be lost.
SANS_NOM = (DEFAIRE, "RELEASE")


def cle() -> bytes:
    return hashlib.sha256(settings.CSIL_CLE_IDENTITE.encode()).digest()


def cle_en_deux_moities() -> tuple[bytes, bytes]:
    """What the database keeps so as to verify HMAC-SHA256 with sha256() alone (RFC 2104)."""
    bloc = cle().ljust(64, b"\0")
    return bytes(o ^ 0x36 for o in bloc), bytes(o ^ 0x5C for o in bloc)


def jeton(pk: int, second_facteur: bool, pid: int) -> str:
    message = f"{pk}.{int(second_facteur)}.{pid}.{time.time_ns() // 1_000_000}"
    return f"{message}.{hmac.digest(cle(), message.encode(), 'sha256').hex()}"


class PorteParole:
    """Execute wrapper: says the name before the statement that opens a transaction, in the same message.

    Outside a transaction the two statements of one message form one: the name holds for the second.
    """

    def __init__(self, pk, second_facteur):
        self.pk, self.second_facteur = pk or 0, second_facteur  # 0: a signed visitor, not to be forged either
        self.a_dire = True

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith(SANS_NOM):
            self.a_dire |= sql.startswith(DEFAIRE)  # a savepoint undone takes back what was said since
            return execute(sql, params, many, context)
        brute = context["connection"].connection
        if self.a_dire or brute.info.transaction_status == TRANSACTION_STATUS_IDLE:
            sql = POSER.format(jeton(self.pk, self.second_facteur, brute.info.backend_pid)) + sql
        self.a_dire = False
        return execute(sql, params, many, context)


@contextmanager
def au_nom_de(personne, second_facteur=False):
    """Speak for `personne` (None: a visitor). Nested, the inner name holds to its end, then the outer one returns."""
    with _parole(PorteParole(personne and personne.pk, second_facteur)):
        yield


@contextmanager
def au_nom_de_l_horloge():
    """Speak as the clock: the worker's identity, which reads dates, states and owners, never text."""
    with _parole(PorteParole(HORLOGE, False)):
        yield


@contextmanager
def _parole(nouvelle):
    dehors = connection.execute_wrappers
    autres = [w for w in dehors if not isinstance(w, PorteParole)]
    connection.execute_wrappers = [*autres, nouvelle]
    try:
        yield
    finally:
        connection.execute_wrappers = dehors
        for parole in set(dehors) - set(autres):
            parole.a_dire = True
        _se_taire()


def _se_taire():
    brute = connection.connection
    if brute and brute.info.transaction_status == TRANSACTION_STATUS_INTRANS:
        with brute.cursor() as curseur:
            curseur.execute(POSER.format(""))


def middleware(get_response):
    """After the authentication: every statement of the request speaks for the person who is logged in."""

    def traiter(request):
        personne = request.user if request.user.is_authenticated else None
        with au_nom_de(personne, est_verifie(request)):
            return get_response(request)

    return traiter
