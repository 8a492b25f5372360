"""The schema is told once, and is the one that the models ask for (decision 0018)."""

import re
from collections import Counter
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations import RunSQL

from tests.outils import proprietaire

PAQUETS = ("csil", "partenaires", "concertation", "informations_sensibles")
# Partitioned, which Django cannot say: made by csil/sql/journal.sql.
A_LA_MAIN = {"csil_entreejournal"}
# What the files of sql/ add to the tables of the models.
EN_PLUS = {"numero_d_un_compte", "identite_nom_normal"}
COLONNES = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
           pg_get_expr(d.adbin, d.adrelid), pg_get_serial_sequence(c.relname, a.attname)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r'"""
CONTRAINTES = """
    SELECT c.relname, k.conname, k.contype, k.condeferrable, k.condeferred, pg_get_constraintdef(k.oid)
      FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype NOT IN ('n', 't')
     WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r'"""
INDEX = """
    SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = %s"""


def catalogue(curseur, requete, schema, tables):
    curseur.execute("SELECT set_config('search_path', %s, true)", [f"{schema}, public"])
    curseur.execute(requete, [schema])
    lignes = ([str(valeur).replace(f"{schema}.", "") for valeur in ligne] for ligne in curseur.fetchall())
    return {tuple(ligne) for ligne in lignes if ligne[0] in tables and not EN_PLUS & set(ligne)}


def test_la_base_est_celle_que_django_ferait(curseur):
    """Django's own operations make the tables of all models in a second schema; the catalogue says the same of both."""
    modeles = [m for paquet in PAQUETS for m in apps.get_app_config(paquet).get_models()]
    modeles = [m for m in modeles if m._meta.managed and m._meta.db_table not in A_LA_MAIN]
    tables = {modele._meta.db_table for modele in modeles}
    assert len(tables) > 150
    with proprietaire():
        curseur.execute("CREATE SCHEMA selon_django")
        curseur.execute("SET LOCAL search_path = selon_django, public")
        with connection.schema_editor(atomic=False) as editeur:
            for modele in modeles:
                editeur.create_model(modele)
        for requete in (COLONNES, CONTRAINTES, INDEX):
            ici = catalogue(curseur, requete, "public", tables)
            selon_django = catalogue(curseur, requete, "selon_django", tables)
            assert ici == selon_django, "Lancez « make schema », ou corrigez le fichier de sql/ qui y touche."


@pytest.mark.parametrize("paquet", PAQUETS)
def test_une_migration_initiale_par_paquet(paquet):
    """Until the first release the initial migration is edited in place; a second one comes after it. It runs every file of
    `sql/`: none is forgotten, none stands there for memory."""
    dossier = settings.RACINE / paquet
    assert {f.stem for f in (dossier / "migrations").glob("*.py")} == {"__init__", "_etat", "0001_initial"}
    operations = import_module(f"{paquet}.migrations.0001_initial").Migration.operations
    charges = sorted(operation.sql for operation in operations if isinstance(operation, RunSQL))
    assert charges == sorted(f.read_text() for f in (dossier / "sql").glob("*.sql") if f.name != "roles.sql")


def test_chaque_objet_est_defini_une_fois():
    """A function, view, trigger or policy is read whole in one place: never redefined, altered or dropped further on."""
    fichiers = [f for paquet in PAQUETS for f in sorted((settings.RACINE / paquet / "sql").glob("*.sql"))]
    texte = "\n".join(re.sub(r"--.*", "", f.read_text()) for f in fichiers if f.name != "roles.sql")
    assert not re.findall(
        r"OR REPLACE|ALTER POLICY|ALTER VIEW|ALTER FUNCTION|DROP (?:FUNCTION|VIEW|TRIGGER|TABLE)", texte
    )
    definis = Counter(re.findall(r"CREATE ((?:FUNCTION|PROCEDURE|VIEW) \w+(?:\([^)]*\))?)", texte))
    definis += Counter(re.findall(r"CREATE (?:CONSTRAINT )?TRIGGER (\w+) [A-Z ]+?\b[^;]*? ON (\w+)", texte))
    definis += Counter(re.findall(r"CREATE POLICY (\w+) ON (\w+)", texte))
    assert len(definis) > 200
    assert [objet for objet, fois in definis.items() if fois > 1] == []
