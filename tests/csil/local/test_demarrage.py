"""The two commands' ground: a private PostgreSQL that never outlives its starter, settings told in one sentence."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings

from csil.local.postgres import DejaEnRoute, ServeurLocal
from tests.outils import attendre

RACINE = settings.RACINE
# Starts a server in this folder, says its process number, and waits to be killed.
DEMARREUR = """
import sys, time
from pathlib import Path
from csil.local.postgres import ServeurLocal
with ServeurLocal(Path(sys.argv[1])) as serveur:
    print(serveur.processus.pid, flush=True)
    time.sleep(600)
"""
REGLAGES = {
    "CSIL_DATABASE_URL": "postgresql://csil_app@/csil?host=/nulle/part",
    "CSIL_DATABASE_OWNER_URL": "postgresql://csil_owner@/csil?host=/nulle/part",
    "CSIL_SECRET_KEY": "a" * 60,
    "CSIL_CLE_IDENTITE": "b" * 60,
    "CSIL_CLE_SECRETS": "c" * 60,
    "CSIL_HOTES": "localhost",
    "CSIL_ADRESSE": "https://localhost",
}


@pytest.fixture
def dossier():
    """Short enough for a socket, reachable by the account that postgres runs as."""
    import shutil
    import tempfile

    chemin = Path(tempfile.mkdtemp(prefix="csil-", dir="/var/tmp"))
    yield chemin / "pg"
    shutil.rmtree(chemin, ignore_errors=True)


def environnement(**autres):
    propre = {nom: valeur for nom, valeur in os.environ.items() if not nom.startswith(("CSIL_", "DJANGO_"))}
    return propre | {"PYTHONPATH": str(RACINE)} | autres


def demarrer(dossier):
    dossier.parent.chmod(0o755)
    commande = [sys.executable, "-c", DEMARREUR, str(dossier)]
    processus = subprocess.Popen(commande, stdout=subprocess.PIPE, text=True, env=environnement(), cwd=RACINE)
    return processus, int(processus.stdout.readline())


def tuer(demarreur):
    demarreur.kill()
    demarreur.communicate()


def vit(pid) -> bool:
    etat = Path(f"/proc/{pid}/status")
    return etat.exists() and "State:\tZ" not in etat.read_text()


def test_le_serveur_ne_survit_pas_a_son_demarreur(dossier):
    """kill -9 of the starter: the kernel ends PostgreSQL, and the folder serves again."""
    for _ in range(2):
        demarreur, serveur = demarrer(dossier)
        assert vit(serveur)
        with pytest.raises(DejaEnRoute):
            ServeurLocal(dossier).__enter__()
        tuer(demarreur)
        attendre(lambda pid=serveur: not vit(pid))


def test_le_dossier_se_releve_d_un_serveur_tue(dossier):
    demarreur, serveur = demarrer(dossier)
    os.kill(serveur, signal.SIGKILL)
    tuer(demarreur)
    attendre(lambda: not vit(serveur))
    demarreur, serveur = demarrer(dossier)
    assert vit(serveur)
    tuer(demarreur)
    attendre(lambda: not vit(serveur))


def test_nul_autre_n_entre_dans_le_dossier(dossier):
    demarreur, serveur = demarrer(dossier)
    assert dossier.stat().st_mode & 0o077 == 0
    reglages = Path(f"/proc/{serveur}/cmdline").read_text()
    assert "listen_addresses=\0" in reglages  # the socket only, no port
    tuer(demarreur)
    attendre(lambda: not vit(serveur))


def manage(*arguments, **reglages):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        capture_output=True, text=True, cwd=RACINE, env=environnement(**reglages),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("faute", "phrase"),
    [
        ({"CSIL_SECRET_KEY": ""}, "CSIL_SECRET_KEY manque"),
        ({"CSIL_CLE_IDENTITE": "court"}, "CSIL_CLE_IDENTITE est trop courte"),
        ({"CSIL_DATABASE_URL": "mysql://x@y/z"}, "n’est pas une adresse PostgreSQL"),
        ({"CSIL_DATABASE_URL": "postgresql://hote"}, "ne nomme pas le rôle"),
        ({"CSIL_ADRESSE": "http://ville.example"}, "doit commencer par https"),
        ({"CSIL_INACTIVITE_MINUTES": "demain"}, "nombre entier"),
        ({"CSIL_DEMONSTRATION": "oui"}, "il faut 0 ou 1"),
    ],
)
def test_un_reglage_faux_se_dit_en_une_phrase(faute, phrase, tmp_path):
    fait = manage("check", **(REGLAGES | faute), CSIL_VAR=str(tmp_path))
    assert fait.returncode == 1 and phrase in fait.stderr
    assert len(fait.stderr.strip().splitlines()) == 1 and "Traceback" not in fait.stderr


def test_sans_base_on_dit_quoi_faire(tmp_path):
    fait = manage("check", CSIL_VAR=str(tmp_path))
    assert fait.returncode == 1 and "make demo" in fait.stderr and "Traceback" not in fait.stderr


def test_une_base_injoignable_arrete_le_serveur_en_une_phrase(tmp_path):
    commande = [sys.executable, "-m", "gunicorn", "-c", "python:csil.exploitation.serveur", "csil.wsgi"]
    fait = subprocess.run(
        commande, capture_output=True, text=True, cwd=RACINE, timeout=60,
        env=environnement(**REGLAGES, CSIL_VAR=str(tmp_path), CSIL_ECOUTE="127.0.0.1:0"),
    )  # fmt: skip
    assert fait.returncode != 0 and "ne s’ouvre pas" in fait.stderr and "Traceback" not in fait.stderr


def port_libre() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


def test_la_demonstration_du_debut_a_la_fin(dossier, tmp_path):
    """It opens, answers, and SIGINT to its process group ends everything within 10 seconds."""
    dossier.parent.chmod(0o755)
    port = port_libre()
    reglages = {"PG_LOCAL_DIR": str(dossier), "CSIL_VAR": str(tmp_path / "var"), "PORT": str(port)}
    for tour in ("froid", "tiède"):
        debut = time.monotonic()
        demo = subprocess.Popen(
            [sys.executable, "-m", "csil.local.lancer"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
            cwd=RACINE, env=environnement(**reglages), start_new_session=True,
        )  # fmt: skip
        attendre(lambda: _repond(port), delai=240)
        sortie = ""
        while "La plateforme est ouverte" not in sortie:  # ready is said right after ready is answered
            sortie += demo.stdout.readline() or pytest.fail(f"arrêtée avant : {sortie}")
        print(f"départ {tour} : {time.monotonic() - debut:.1f} s")
        if tour == "froid":
            fait = manage(
                "shell",
                "-v0",
                "-c",
                "from csil.comptes.models import Utilisateur; print(Utilisateur.objects.count())",
                CSIL_VAR=reglages["CSIL_VAR"],
            )
            assert fait.stdout.strip() == "15", (
                fait.stderr
            )  # the cast, and four whose mandates are in other states
        enfants = _groupe(demo.pid)
        commandes = [Path(f"/proc/{pid}/cmdline").read_text().split("\0") for pid in enfants]
        assert sum("travailler" in commande for commande in commandes) == 1
        os.killpg(demo.pid, signal.SIGINT)
        demo.communicate(timeout=60)
        assert demo.returncode in (0, 130)
        assert "bourgmestre@csil.example" in sortie and f"127.0.0.1:{port}" in sortie
        attendre(lambda pids=enfants: not any(map(vit, pids)), delai=30)


def _repond(port) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/sante/", timeout=2) as reponse:
            return reponse.read() == b'{"etat": "ok"}'
    except OSError:
        return False


def _groupe(racine) -> set[int]:
    """All the descendants of a process."""
    parents = {}
    for etat in Path("/proc").glob("[0-9]*/stat"):
        try:
            champs = etat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(etat.parent.name)] = int(champs[1])
    trouves, nouveaux = set(), {racine}
    while nouveaux:
        trouves |= nouveaux
        nouveaux = {pid for pid, parent in parents.items() if parent in nouveaux} - trouves
    return trouves
