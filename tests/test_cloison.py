"""`make cloison` on the demonstration: nothing leaks; and what is let through on purpose is seen."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.utils.module_loading import module_has_submodule

from csil.models import EntreeJournal, Utilisateur
from tests.outils import proprietaire


@pytest.fixture
def demonstration(distribution):
    """The demonstration's data, as `make demo` loads them, beside nobody else."""
    with proprietaire():
        with connection.cursor() as curseur:
            curseur.execute("TRUNCATE csil_utilisateur, partenaires_partenaire CASCADE")
        for application in apps.get_app_configs():
            if application.name != "csil" and module_has_submodule(application.module, "demonstration"):
                import_module(f"{application.name}.demonstration").charger()
        yield


def test_zero_fuite(demonstration, capsys):
    lues = EntreeJournal.objects.count()
    call_command("cloison")
    assert capsys.readouterr().out.startswith("0 fuite, 0 écart")
    assert EntreeJournal.objects.count() == lues, "nothing of the trial stays"
    assert Utilisateur.objects.filter(email="referent@csil.example").exists()
