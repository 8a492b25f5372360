"""Tests: the database is made and migrated by csil_owner; then every connection, in every thread, is csil_app."""

import time
from contextlib import contextmanager
from io import StringIO
from types import SimpleNamespace

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as PERSONNE,
)
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as TRACES
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client, TransactionTestCase
from simple_history.models import HistoricalRecords

from csil.comptes.models import Utilisateur
from csil.identite import au_nom_de
from partenaires.distribution import ROLES, creer_personnes
from tests.gabarits import VariableIndefinie
from tests.mur import plein  # noqa: F401 - fixture
from tests.navigateur import navigateur, ouvrir_page, page  # noqa: F401 - fixture
from tests.outils import proprietaire
from tests.serveur_courrier import boite, smtp  # noqa: F401 - fixture

settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = VariableIndefinie()
PARTENAIRES = settings.RACINE / "partenaires" / "donnees" / "partenaires-liege.yaml"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    base = connections["default"]
    with django_db_blocker.unblock():
        if not Utilisateur.objects.exists():  # a database that was made ready before this run
            peupler()
        base.close()
        options = base.settings_dict["OPTIONS"]  # the dictionary that new threads read
        ceux_du_proprietaire = options["options"]
        options["options"] = f"{ceux_du_proprietaire} -c role=csil_app"
        yield
        base.close()
        options["options"] = ceux_du_proprietaire  # the owner drops the database


def peupler():
    call_command("charger_partenaires", PARTENAIRES, stdout=StringIO())
    creer_personnes()


@pytest.fixture(autouse=True, scope="session")
def vider_en_proprietaire():
    """Transactional tests TRUNCATE, which csil_app may not."""
    vider = TransactionTestCase._fixture_teardown

    def en_proprietaire(self):
        with proprietaire():
            vider(self)

    TransactionTestCase._fixture_teardown = en_proprietaire
    yield
    TransactionTestCase._fixture_teardown = vider


class Distribution:
    """The cast by name: `distribution.agent_saj`. Read afresh, so that no test sees another's cached groups."""

    def __getattr__(self, nom):
        return Utilisateur.objects.get(email=f"{nom.replace('_', '-')}@csil.example")

    def __iter__(self):
        return (getattr(self, login.replace("-", "_")) for login, *_ in ROLES)


@pytest.fixture
def distribution(db):
    if not Utilisateur.objects.exists():  # after a transactional test
        with proprietaire():
            peupler()
    return Distribution()


@pytest.fixture
def client_de(distribution):
    """A client that has logged in as this person, with or without the code of the second factor."""

    def ouvrir(personne, second_facteur=True) -> Client:
        client = Client()
        client.force_login(personne)
        session = client.session
        trace = {"method": "mfa", "type": "totp", "at": time.time()}
        session[TRACES] = [{"method": "password", "at": time.time()}, *([trace] if second_facteur else [])]
        session[PERSONNE] = str(personne.pk)
        session.save()
        return client

    return ouvrir


@pytest.fixture
def parler(distribution):
    """`with parler(personne):` acts of the model, called without a request, in this person's name."""

    @contextmanager
    def au_nom(personne, second_facteur=True):
        avant = getattr(HistoricalRecords.context, "request", None)
        HistoricalRecords.context.request = SimpleNamespace(user=personne)  # the author that history writes
        try:
            with au_nom_de(personne, second_facteur):
                yield
        finally:
            HistoricalRecords.context.request = avant
            if avant is None:
                del HistoricalRecords.context.request

    return au_nom


@pytest.fixture
def curseur(db):
    with connection.cursor() as curseur:
        yield curseur
