"""Settings from the environment: each missing or wrong value stops the start with one sentence."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def charger_fichier(chemin: Path) -> None:
    """Take over NAME=VALUE lines, written by the local server for `manage.py`; what is already set stays."""
    if not chemin.exists():
        return
    for ligne in chemin.read_text().splitlines():
        nom, signe, valeur = ligne.partition("=")
        if signe:
            os.environ.setdefault(nom.strip(), valeur.strip())


def texte(nom: str, defaut: str | None = None) -> str:
    valeur = os.environ.get(nom) or defaut
    if valeur is None:
        raise ImproperlyConfigured(f"la variable {nom} manque ; le README dit quelle valeur lui donner.")
    return valeur


def secret(nom: str, longueur: int = 50) -> str:
    """A key nobody can guess: at least `longueur` characters."""
    valeur = texte(nom)
    if len(valeur) < longueur:
        raise ImproperlyConfigured(
            f"la variable {nom} est trop courte : il faut au moins {longueur} caractères."
        )
    return valeur


def entier(nom: str, defaut: int, minimum: int = 1) -> int:
    valeur = texte(nom, str(defaut))
    if not valeur.isdigit() or int(valeur) < minimum:
        raise ImproperlyConfigured(
            f"la variable {nom} vaut « {valeur} » ; il faut un nombre entier d’au moins {minimum}."
        )
    return int(valeur)


def booleen(nom: str) -> bool:
    valeur = texte(nom, "0")
    if valeur not in ("0", "1"):
        raise ImproperlyConfigured(f"la variable {nom} vaut « {valeur} » ; il faut 0 ou 1.")
    return valeur == "1"


def liste(nom: str, defaut: str | None = None) -> list[str]:
    return [mot.strip() for mot in texte(nom, defaut).split(",") if mot.strip()]


def base(nom: str) -> dict:
    """A PostgreSQL address, `postgresql://role[:password]@host[:port]/base[?host=/socket/folder]`.

    The password is not repeated in the error: an address may hold one.
    """
    try:
        adresse = urlsplit(texte(nom))
        port = str(adresse.port or "")
    except ValueError:
        adresse, port = None, ""
    forme = "postgresql://role@hote/base"
    if adresse is None or adresse.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured(f"la variable {nom} n’est pas une adresse PostgreSQL ({forme}).")
    if not adresse.username or not adresse.path.strip("/"):
        raise ImproperlyConfigured(f"la variable {nom} ne nomme pas le rôle et la base ({forme}).")
    dossier = parse_qs(adresse.query).get("host", [""])[0]
    return {
        "NAME": unquote(adresse.path.strip("/")),
        "USER": unquote(adresse.username),
        "PASSWORD": unquote(adresse.password or ""),
        "HOST": dossier or adresse.hostname or "",
        "PORT": port,
    }
