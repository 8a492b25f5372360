"""Gives the settings (pyproject, `-p tests.serveur`) a PostgreSQL of this process's own, which starts with the first
test that asks for the database. Its data are a copy: the migrations run once, and are kept until they change."""

import atexit
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from csil.local.postgres import RACINE, ServeurLocal
from csil.local.processus import verrouiller

PAQUETS = ("csil", "partenaires", "concertation", "informations_sensibles")
# What makes a schema. What follows every `migrate` (grants, groups, keys) is done anew at each start (conftest).
FONT_LE_SCHEMA = ("**/migrations/**/*.py", "**/*.sql", "**/mur/schema.py", "**/local/postgres.py")

serveur = ServeurLocal(ephemere=True)
var = Path(tempfile.mkdtemp(prefix="csil-var-"))
(var / "static").mkdir()
for dossier in (serveur.dossier, var):
    atexit.register(shutil.rmtree, dossier, ignore_errors=True)
os.environ |= {
    **serveur.environnement("http://testserver"),
    "CSIL_HOTES": "testserver,localhost,127.0.0.1",
    "CSIL_PROPRIETAIRE": "1",  # arranges; the tests then speak as csil_app (conftest)
    "CSIL_VAR": str(var),
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright's loop runs beside the tests
}


@contextmanager
def serveur_migre():
    """The server runs, migrated. Processes that start together make the kept copy once."""
    with verrouiller(serveur.base / "pret.verrou", delai=600):
        serveur.modele = serveur.base / f"pret-{empreinte()}"
        if not serveur.modele.exists():
            for ancien in serveur.base.glob("pret-*"):
                shutil.rmtree(ancien)
            migrer(serveur.modele)
        serveur.__enter__()
    try:
        serveur._psql(
            "postgres", "GRANT SET ON PARAMETER session_replication_role TO csil_owner"
        )  # Photo.reposer
        yield
    finally:
        serveur.__exit__()


def empreinte() -> str:
    somme = hashlib.sha256((RACINE / "requirements-dev.lock").read_bytes())
    for motif in FONT_LE_SCHEMA:
        fichiers = sorted(fichier for paquet in PAQUETS for fichier in (RACINE / paquet).glob(motif))
        assert fichiers, motif
        for fichier in fichiers:
            somme.update(str(fichier.relative_to(RACINE)).encode() + fichier.read_bytes())
    return somme.hexdigest()[:10]


def migrer(dossier: Path):
    """A half-made folder is never taken for a schema."""
    brouillon = dossier.with_name("pret.tmp")
    shutil.rmtree(brouillon, ignore_errors=True)
    with ServeurLocal(brouillon) as neuf:
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "-v0"],
            env=os.environ | neuf.environnement(), cwd=RACINE, check=True,
        )  # fmt: skip
    brouillon.rename(dossier)
