"""The variables of a demonstration: its keys, and the file by which `manage.py` finds the running one."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

CLES = ("CSIL_SECRET_KEY", "CSIL_CLE_IDENTITE", "CSIL_CLE_SECRETS")


def cles(dossier: Path) -> dict[str, str]:
    """Draw the keys once, and keep them beside the data they protect."""
    fichier = dossier / "cles.env"
    if not fichier.exists():
        ecrire(fichier, {nom: secrets.token_urlsafe(48) for nom in CLES})
    return lire(fichier)


def reglages(adresse: str, dossier: Path) -> dict[str, str]:
    """Give the settings of a demonstration at this address, with the keys of this folder."""
    return {
        "CSIL_DEMONSTRATION": "1",
        "CSIL_HOTES": "127.0.0.1,localhost",
        "CSIL_ADRESSE": adresse,
        **cles(dossier),
    }


def lire(fichier: Path) -> dict[str, str]:
    """Read NAME=VALUE lines; no file holds none."""
    lignes = fichier.read_text().splitlines() if fichier.exists() else []
    return dict(ligne.split("=", 1) for ligne in lignes)


def ecrire(fichier: Path, valeurs: dict[str, str]) -> None:
    """Write NAME=VALUE lines for our eyes only, whole or not at all."""
    brouillon = fichier.with_name(f"{fichier.name}.{os.getpid()}")
    brouillon.touch(mode=0o600)
    brouillon.write_text("".join(f"{nom}={valeur}\n" for nom, valeur in valeurs.items()))
    brouillon.replace(fichier)


@contextlib.contextmanager
def publier(fichier: Path, valeurs: dict[str, str]) -> Iterator[None]:
    """Keep these values in the file while the demonstration runs, so that `manage.py` without any variable reaches it."""
    fichier.parent.mkdir(parents=True, exist_ok=True)
    ecrire(fichier, valeurs)
    try:
        yield
    finally:
        fichier.unlink(missing_ok=True)
