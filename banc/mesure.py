"""One page asked for many times: the whole response and the part that is SQL, in milliseconds, as medians."""

import statistics
import time
from contextlib import contextmanager

from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY as PERSONNE
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as TRACES
from django.db import connection
from django.test import Client

TOURS, BUDGET = 7, 6.0  # rounds over the people; seconds after which a slow measure is enough


class Chrono:
    """Sums what the database takes."""

    def __init__(self):
        self.duree, self.nombre = 0.0, 0

    def __call__(self, execute, sql, params, many, context):
        debut = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.duree += time.perf_counter() - debut
            self.nombre += 1


def connecter(personne) -> Client:
    """With the second factor of this login, as a person who has just typed the code."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(personne)
    session = client.session
    maintenant = time.time()
    session[TRACES] = [
        {"method": "password", "at": maintenant},
        {"method": "mfa", "type": "totp", "at": maintenant},
    ]
    session[PERSONNE] = str(personne.pk)
    session.save()
    return client


def mesurer(clients, adresses) -> dict:
    """`adresses`: one for each client, or one for all. Medians; the first round warms up and is not counted."""
    durees, sql, requetes, debut = [], [], 0, time.monotonic()
    for tour in range(TOURS):
        for rang, client in enumerate(clients):
            adresse = adresses[rang] if isinstance(adresses, list) else adresses
            chrono = Chrono()
            depart = time.perf_counter()
            with connection.execute_wrapper(chrono):
                reponse = client.get(adresse)
            duree = time.perf_counter() - depart
            assert reponse.status_code == 200, f"{adresse} : {reponse.status_code}"
            if tour or len(clients) == 1 and time.monotonic() - debut > BUDGET:
                durees.append(duree)
                sql.append(chrono.duree)
            requetes = chrono.nombre
        if tour and time.monotonic() - debut > BUDGET:
            break
    return _medianes(durees, sql, requetes)


def mesurer_seule(acte) -> dict:
    """As `mesurer`, of what is called without a page around it."""
    durees, sql, requetes = [], [], 0
    for tour in range(TOURS):
        chrono, depart = Chrono(), time.perf_counter()
        with connection.execute_wrapper(chrono):
            acte()
        if tour:
            durees.append(time.perf_counter() - depart)
            sql.append(chrono.duree)
        requetes = chrono.nombre
    return _medianes(durees, sql, requetes)


def _medianes(durees, sql, requetes) -> dict:
    return {
        "reponse_ms": round(statistics.median(durees) * 1000, 2),
        "sql_ms": round(statistics.median(sql) * 1000, 2),
        "requetes": requetes,
    }


@contextmanager
def role(nom: str):
    """As csil_app behind the wall, or as the owner before it (« NONE »)."""
    connection.close()
    options = connection.settings_dict["OPTIONS"]
    avant = options["options"]
    options["options"] = avant if nom == "NONE" else f"{avant} -c role={nom}"
    try:
        yield
    finally:
        connection.close()
        options["options"] = avant
