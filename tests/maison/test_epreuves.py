"""`kill -9` in the middle of acts: each is whole, with its history and its journal line, or is not there at all."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection
from simple_history.utils import get_history_manager_for_model

from csil.journal.models import EntreeJournal
from informations_sensibles.circuits import depart as circuits_de_depart
from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.dossiers.models import Dossier, DroitDossier
from informations_sensibles.informations.models import Information
from informations_sensibles.transmissions.models import CopieFigee, Transmission
from tests.informations_sensibles.mur import MODELES
from tests.outils import environnement_de_la_base, proprietaire


@pytest.fixture
def campagne(transactional_db, distribution):
    def mener(nombre):
        with proprietaire():
            CategorieDonnee.objects.get_or_create(libelle="Contexte social")
            circuits_de_depart.charger()
        fait = subprocess.run(
            [sys.executable, "-m", "tests.maison.acteur", str(nombre), "20261125"],
            env=environnement_de_la_base(), cwd=settings.RACINE, capture_output=True, text=True, timeout=1200,
        )  # fmt: skip
        assert fait.returncode == 0, fait.stderr[-3000:]
        assert f"{nombre} arrêts" in fait.stdout
        with proprietaire():
            verifier()

    return mener


def verifier():
    """As owner, who sees every row."""
    assert Dossier._base_manager.exists() and Information._base_manager.exists()
    for modele in MODELES:
        histoire_entiere(modele)
    for dossier in Dossier._base_manager.all():
        droits = DroitDossier._base_manager.filter(content_object=dossier, user=dossier.pilote)
        assert droits.count() == 3, "a dossier without the rights of its pilote"
    journal_entier(Dossier.objects.all(), "cellule.dossier_propose")
    journal_entier(Dossier.objects.exclude(ouvert_par=None), "cellule.dossier_ouvert")
    journal_entier(Information.objects.all(), "cellule.information_saisie")
    journal_entier(Information.objects.filter(etat="validee"), "cellule.information_validee")
    journal_entier(Transmission.objects.all(), "cellule.transmission_preparee")
    journal_entier(Transmission.objects.exclude(liberee_le=None), "cellule.transmission_liberee")
    for transmission in Transmission.objects.all():
        partie = transmission.liberee_le is not None
        assert CopieFigee.objects.filter(transmission=transmission).exists() is partie, (
            "left without its copy"
        )


def histoire_entiere(modele):
    """Each row was born once in its history, whose last line is the row as it is; and no history without its row."""
    histoire = get_history_manager_for_model(modele)
    table, passe = modele._meta.db_table, histoire.model._meta.db_table
    champs = [champ.column for champ in histoire.model.tracked_fields]
    egales = " AND ".join(f't."{c}" IS NOT DISTINCT FROM h."{c}"' for c in champs)
    with connection.cursor() as curseur:
        curseur.execute(
            f"""SELECT count(*) FROM "{table}" t FULL JOIN (
                  SELECT DISTINCT ON (id) * FROM "{passe}" ORDER BY id, history_id DESC) h ON h.id = t.id
                WHERE NOT (h.history_type = '-' AND t.id IS NULL) AND (t.id IS NULL OR h.id IS NULL OR NOT ({egales}))"""
        )
        assert curseur.fetchone() == (0,), f"{modele.__name__}: history and row disagree"
        curseur.execute(
            f"""SELECT count(*) FROM (SELECT 1 FROM "{passe}" WHERE history_type = '+' GROUP BY id HAVING count(*) > 1) x"""
        )
        assert curseur.fetchone() == (0,), f"{modele.__name__}: born twice"


def journal_entier(lignes, acte):
    """As many lines of this act as rows, each of one of them."""
    dites = list(EntreeJournal.objects.filter(acte=acte).values_list("objet_id", flat=True))
    assert sorted(dites) == sorted(str(pk) for pk in lignes.values_list("pk", flat=True)), acte


def test_quelques_arrets_brutaux(campagne):
    campagne(6)


@pytest.mark.epreuve
def test_deux_cents_arrets_brutaux(campagne):
    campagne(200)
