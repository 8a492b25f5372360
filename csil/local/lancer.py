"""`make demo`: the database, its demonstration and the application, until Ctrl-C; nothing stays behind.

The local PostgreSQL, gunicorn and the worker are children of this process and end with it. With CSIL_DATABASE_URL and
CSIL_DATABASE_OWNER_URL an existing server is used instead.
"""

import contextlib
import hashlib
import http.client
import io
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection

from csil.exploitation.demarrage import migrations_en_attente, ouvrir_base
from csil.local.postgres import RACINE, VAR, DejaEnRoute, ServeurLocal
from csil.local.postgres_binaires import ServeurImpossible
from csil.local.processus import mourir_avec_le_parent
from csil.local.reglages import lire, publier, reglages

SIGNAUX = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOCAL = VAR / "local.env"


class Arret(BaseException):
    """Say that somebody asked to stop."""


class Impossible(Exception):
    """Say that the demonstration cannot start or go on; the message is the sentence to show."""


def main():
    """Serve the demonstration until somebody stops it, and say in one sentence what prevents it."""
    recevoir_les_signaux()
    try:
        servir(port_libre())
    except Arret:
        print("\nDémonstration arrêtée.", flush=True)
    except DejaEnRoute:
        sys.exit(f"La démonstration tourne déjà : {lire(LOCAL).get('CSIL_ADRESSE', 'elle démarre')}")
    except ImproperlyConfigured as erreur:
        sys.exit(f"Réglage : {erreur}")
    except (Impossible, ServeurImpossible, CommandError) as erreur:
        sys.exit(str(erreur))


def recevoir_les_signaux():
    """Listen to the signals that stop, even where SIGINT came ignored (a job in the background) or standard files closed."""
    while (numero := os.open(os.devnull, os.O_RDWR)) < 3:
        pass
    os.close(numero)

    def arreter(*_):
        for numero in SIGNAUX:
            signal.signal(numero, signal.SIG_IGN)  # once is enough: the rest is done in order
        raise Arret

    for numero in SIGNAUX:
        signal.signal(numero, arreter)


def port_libre() -> int:
    """Give the port that PORT names, if nobody has it."""
    valeur = os.environ.get("PORT") or "8000"
    if not valeur.isdigit() or not 0 < int(valeur) < 65536:
        raise Impossible(f"PORT vaut « {valeur} » ; il faut un nombre entre 1 et 65535.")
    if not os.environ.get("CSIL_DATABASE_URL") and ServeurLocal().deja_en_route():
        raise DejaEnRoute
    with socket.socket() as prise:
        prise.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            prise.bind(("127.0.0.1", int(valeur)))
        except OSError:
            raise Impossible(
                f"Le port {valeur} est pris ; choisissez-en un autre : « make demo PORT=8001 »."
            ) from None
    return int(valeur)


def servir(port: int):
    """Start database, worker and gunicorn, and wait until one of them ends."""
    adresse = f"http://127.0.0.1:{port}"
    with contextlib.ExitStack() as pile:
        serveur = None
        if not os.environ.get("CSIL_DATABASE_URL"):
            serveur = pile.enter_context(ServeurLocal())
            os.environ.update(serveur.environnement(adresse))
        else:
            VAR.mkdir(parents=True, exist_ok=True)
            os.environ.update({**reglages(adresse, VAR), **os.environ})
        tableau = preparer(serveur)
        pile.enter_context(
            publier(LOCAL, {nom: v for nom, v in os.environ.items() if nom.startswith("CSIL_")})
        )
        travailleur = pile.enter_context(lancer_fils("manage.py", "travailler", delai=3))
        gunicorn = pile.enter_context(lancer_gunicorn(port))
        pile.callback(lambda: (gunicorn.terminate(), travailleur.terminate()))  # both end at the same time
        attendre(gunicorn, port)
        print(f"{tableau}\nLa plateforme est ouverte : {adresse}   (Ctrl-C pour l’arrêter)", flush=True)
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        enfants = {"Le serveur d’application": gunicorn, "Le travailleur": travailleur}
        morts = (nom for nom, enfant in enfants.items() if enfant.poll() is not None)
        raise Impossible(f"{next(morts, 'PostgreSQL')} s’est arrêté ; relancez « make demo ».")


def preparer(serveur: ServeurLocal | None) -> str:
    """Make schema, static files and demonstration, as csil_owner; give the table of accounts to print."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "csil.settings", "CSIL_PROPRIETAIRE": "1"}
    django.setup()
    ouvrir_base()
    code = [
        f
        for paquet in ("csil", "partenaires", "concertation", "informations_sensibles")
        for f in (RACINE / paquet).rglob("*.*")
        if "__pyc" not in str(f)
    ]
    refaire(
        serveur and serveur.donnees / "csil.empreinte",
        code,
        lambda: call_command("migrate", verbosity=0, interactive=False),
        forcer=migrations_en_attente(),
    )
    refaire(
        VAR / "static.empreinte",
        [
            RACINE / "requirements-dev.lock",
            RACINE / "csil" / "settings.py",
            *(RACINE / "static").rglob("*.*"),
        ],
        lambda: call_command("collectstatic", verbosity=0, interactive=False),
        forcer=not settings.STATIC_ROOT.exists(),
    )
    tableau = io.StringIO()
    call_command("charger_demonstration", stdout=tableau)
    connection.close()
    del os.environ["CSIL_PROPRIETAIRE"]
    return tableau.getvalue()


def refaire(marque: Path | None, sources: Iterable[Path], faire: Callable, forcer: bool):
    """Do it if a source changed since the last time, or without a mark of the last time."""
    etat = "".join(f"{f} {f.stat().st_mtime_ns} {f.stat().st_size}\n" for f in sorted(sources))
    empreinte = hashlib.sha256(etat.encode()).hexdigest()
    if forcer or not marque or not marque.exists() or marque.read_text() != empreinte:
        faire()
        if marque:
            marque.write_text(empreinte)


def lancer_gunicorn(port: int):
    """Run gunicorn on this port."""
    arguments = ["-m", "gunicorn", "-c", "python:csil.exploitation.serveur", "csil.wsgi:application"]
    return lancer_fils(*arguments, delai=6, CSIL_ECOUTE=f"127.0.0.1:{port}")


@contextlib.contextmanager
def lancer_fils(*arguments: str, delai: int, **variables: str):
    """Run a child in a session of its own: Ctrl-C reaches this process, which ends the others in order, `delai` seconds each."""
    fils = subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, **variables},
        cwd=RACINE,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=mourir_avec_le_parent(signal.SIGTERM),
    )
    try:
        yield fils
    finally:
        fils.terminate()
        try:
            fils.wait(timeout=delai)
        except subprocess.TimeoutExpired:
            os.killpg(fils.pid, signal.SIGKILL)
            fils.wait()


def attendre(gunicorn: subprocess.Popen, port: int, delai: int = 60):
    """Wait until `/sante/` answers 200; 503 means not yet."""
    fin, etat = time.monotonic() + delai, 503
    while gunicorn.poll() is None and time.monotonic() < fin and etat == 503:
        time.sleep(0.05)
        connexion = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connexion):
            connexion.request("GET", "/sante/")
            etat = connexion.getresponse().status
    if etat != 200:
        raise Impossible("L’application ne démarre pas ; la raison est écrite ci-dessus.")


if __name__ == "__main__":
    main()
