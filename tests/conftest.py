"""The fixtures of every test: its database, the people of the cast, and how one acts in their name."""

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
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, connections
from django.middleware import csrf
from django.test import Client, TransactionTestCase
from simple_history.models import HistoricalRecords

from csil.comptes.models import Utilisateur
from csil.identite import au_nom_de
from partenaires.distribution import ROLES, creer_personnes
from tests.csil.courrier.serveur_courrier import boite, smtp  # noqa: F401 - fixtures
from tests.gabarits import VariableIndefinie
from tests.informations_sensibles.mur import plein  # noqa: F401 - fixture
from tests.navigateur import navigateur, ouvrir_page, page  # noqa: F401 - fixtures
from tests.photographie import Photo
from tests.serveur import serveur_migre

settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = VariableIndefinie()
csrf.CSRF_ALLOWED_CHARS = "zx"  # a test that looks for « C3 » or « TEC » on a page never finds it in a token
PARTENAIRES = settings.RACINE / "partenaires" / "donnees" / "partenaires-liege.yaml"


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """The cast, on a schema made ready; from then on every connection is csil_app's. A test that commits leaves the
    database as it found it."""
    base = connections["default"]
    with serveur_migre(), django_db_blocker.unblock():
        emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
        call_command("charger_partenaires", PARTENAIRES, stdout=StringIO())
        creer_personnes()
        base.close()
        base.settings_dict["OPTIONS"]["options"] += (
            " -c role=csil_app"  # the dictionary that new threads read
        )
        depart = Photo.prendre()
        TransactionTestCase._fixture_teardown = lambda _: depart.revenir()
        yield depart
        connections.close_all()


class Distribution:
    """The cast by name: `distribution.agent_saj`. Read afresh, so that no test sees another's cached groups."""

    def __getattr__(self, nom):
        return Utilisateur.objects.get(email=f"{nom.replace('_', '-')}@csil.example")

    def __iter__(self):
        return (getattr(self, login.replace("-", "_")) for login, *_ in ROLES)


@pytest.fixture
def distribution(db):
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
