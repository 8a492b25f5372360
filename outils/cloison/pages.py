"""Pages and exports: every address, opened by every person, read word by word."""

import io
import time
import zipfile
from collections.abc import Iterator
from html import unescape

from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY as PERSONNE
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as TRACES
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from csil.acces import OBJET, TOUS

# Each ends what it shows: leaving, or giving up one's other logins.
SANS_OUVRIR = {"account_logout", "sante", "courriels"}
TABLEUR = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def ouvrir_session(personne) -> Client:
    """A client that has logged in as this person with their second factor; its session goes with the transaction."""
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0] if settings.ALLOWED_HOSTS else "testserver")
    client.force_login(personne)
    session = client.session
    maintenant = time.time()
    session[TRACES] = [
        {"method": "password", "at": maintenant},
        {"method": "mfa", "type": "totp", "at": maintenant},
    ]
    session[PERSONNE] = str(personne.pk)
    session.save()
    return client


def adresses(objets_de) -> Iterator[tuple[str, object]]:
    """(address, record that it names or None). `objets_de(model)`: every row of it, as owner.

    An address of one record is opened for every row. One that asks for more than a key is left to the access matrix of
    the tests, and so is the admin.
    """
    for nom, motif in motifs():
        acces = getattr(motif.callback, "acces", (TOUS,))
        parametres = motif.pattern.converters
        if nom in SANS_OUVRIR:
            continue
        if acces[0] == OBJET and set(parametres) == {"pk"}:
            for objet in objets_de(acces[1]):
                yield reverse(nom, args=[objet.pk]), objet
        elif not parametres and acces[0] != TOUS:
            yield reverse(nom), None


def motifs(resolveur=None) -> Iterator[tuple[str, URLPattern]]:
    for motif in (resolveur or get_resolver()).url_patterns:
        if isinstance(motif, URLPattern):
            if motif.name:
                yield motif.name, motif
        elif getattr(motif, "app_name", None) != "admin":
            yield from motifs(motif)


def ouvrir(client, adresse) -> tuple[int, str]:
    """Status and words of what came back; whatever the page did is undone. Who is sent to the door reached nothing: 404."""
    point = transaction.savepoint()
    try:
        with connection.cursor() as curseur:
            curseur.execute("SET ROLE csil_app")
        reponse = client.get(adresse, secure=settings.SECURE_SSL_REDIRECT)
        return 404 if _a_la_porte(reponse) else reponse.status_code, lire(reponse)
    finally:
        transaction.savepoint_rollback(point)  # takes the role back too


def _a_la_porte(reponse) -> bool:
    """Sent to the login, the second factor or the undertaking before the page was asked (`PorteMiddleware`)."""
    return reponse.status_code == 302 and reponse.url.startswith("/comptes/")


def lire(reponse) -> str:
    """HTML, CSV, calendar and text as they are; a spreadsheet by the words of its cells."""
    octets = b"".join(reponse.streaming_content) if reponse.streaming else reponse.content
    if reponse.get("Content-Type", "").startswith(TABLEUR):
        with zipfile.ZipFile(io.BytesIO(octets)) as classeur:
            octets = b"\n".join(classeur.read(nom) for nom in classeur.namelist() if nom.endswith(".xml"))
    return simplifier(unescape(octets.decode("utf-8", errors="replace")))


def simplifier(texte: str) -> str:
    """Take out the non-breaking spaces and line ends that a page adds."""
    return " ".join(texte.split())
