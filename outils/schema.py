"""`make schema`: write what the initial migrations take from the models. Until the first release only (decision 0018).

For each package, `migrations/_etat.py` (the models as Django's state knows them) and `sql/tables.sql` (the tables, indexes
and keys, as Django's schema editor makes them). A table that another file of `sql/` creates is left to it. Same models,
same files; PostgreSQL is asked nothing but how values are quoted.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
PAQUETS = ("csil", "partenaires", "concertation", "informations_sensibles")
ETAT = '''"""The models of the package as Django's state knows them. Written by `make schema`: do not edit."""

{imports}

MODELES = [
{operations}
]
'''
TABLES = "-- The tables of the package as Django's schema editor makes them. Written by `make schema`: do not edit.\n\n{sql}\n"


def etat(paquet: str) -> str:
    """Write each model whole, by name: nothing is rendered between two of them, so no order is needed."""
    imports, operations = {"from django.db import migrations"}, []
    modeles = ProjectState.from_apps(apps).models
    for application, nom in sorted(modeles):
        if application == paquet:
            modele = modeles[application, nom]
            options = {cle: valeur for cle, valeur in modele.options.items() if valeur != []}
            operation = migrations.CreateModel(
                modele.name, list(modele.fields.items()), options, modele.bases, modele.managers
            )
            texte, demandes = OperationWriter(operation, indentation=1).serialize()
            operations.append(texte)
            imports |= demandes
    return ETAT.format(imports="\n".join(sorted(imports)), operations="\n".join(operations))


def tables(paquet: str) -> str:
    dossier = RACINE / paquet / "sql"
    a_la_main = "".join(f.read_text() for f in dossier.glob("*.sql") if f.name != "tables.sql")
    with connection.schema_editor(collect_sql=True, atomic=False) as editeur:
        for modele in sorted(apps.get_app_config(paquet).get_models(), key=lambda m: m._meta.db_table):
            table = modele._meta.db_table
            if modele._meta.can_migrate(connection) and not re.search(rf"CREATE TABLE {table}\b", a_la_main):
                editeur.create_model(modele)
    return TABLES.format(sql="\n".join(map(en_lignes, editeur.collected_sql)))


def en_lignes(instruction: str) -> str:
    """One column or constraint of a table a line."""
    if not instruction.startswith("CREATE TABLE"):
        return instruction
    debut, lignes, profondeur, cite = 0, [], 0, ""
    for place, signe in enumerate(instruction):
        if cite:
            cite = "" if signe == cite else cite
        elif signe in "'\"":
            cite = signe
        elif signe == "(":
            profondeur += 1
        elif signe == ")":
            profondeur -= 1
        if not cite and ((signe == "(" and profondeur == 1) or (signe == "," and profondeur == 1)):
            lignes.append(instruction[debut : place + 1].strip())
            debut = place + 1
    return "\n  ".join([*lignes, instruction[debut:].strip()])


def main():
    for paquet in PAQUETS:
        fichier = RACINE / paquet / "migrations" / "_etat.py"
        fichier.write_text(etat(paquet))
        ruff = [sys.executable, "-m", "ruff"]
        subprocess.run([*ruff, "check", "--quiet", "--fix", "--select", "I", fichier], check=True)
        subprocess.run([*ruff, "format", "--quiet", fichier], check=True)
        (RACINE / paquet / "sql" / "tables.sql").write_text(tables(paquet))


if __name__ == "__main__":
    sys.path.insert(0, str(RACINE))
    os.environ["DJANGO_SETTINGS_MODULE"], os.environ["CSIL_PROPRIETAIRE"] = "csil.settings", "1"
    import django
    from django.apps import apps
    from django.db import connection, migrations
    from django.db.migrations.state import ProjectState
    from django.db.migrations.writer import OperationWriter
    from django.utils import translation

    django.setup()
    translation.deactivate_all()  # as makemigrations does: libraries' words in their own language
    main()
