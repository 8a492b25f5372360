"""What the tests of the wall share: its tables, a row in each of them, and SQL as csil_app."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from tests.informations_sensibles import ecritures as cellule
from tests.outils import proprietaire
from tests.photographie import Decor

MODELES = [
    modele
    for modele in apps.get_app_config("informations_sensibles").get_models()
    if not modele.__name__.startswith("Historical")
]
HISTORIQUES = [modele.history.model for modele in MODELES]
TABLES = [modele._meta.db_table for modele in (*MODELES, *HISTORIQUES)]


def executer(sql, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchall() if curseur.description else curseur.rowcount


def refuse(sql, *parametres, dit=None):
    with pytest.raises(DatabaseError, match=dit):
        executer(sql, *parametres)


def compter(table):
    return executer(f"SELECT count(*) FROM {table}")[0][0]


def remplir(distribution):
    with proprietaire():
        cellule.tout(distribution)
        vides = [table for table in TABLES if not compter(table)]
    assert not vides, vides


DECOR = Decor(remplir)


@pytest.fixture
def plein(distribution, django_db_setup):
    """Put a row in every table."""
    DECOR.monter(django_db_setup, distribution)
    return distribution
