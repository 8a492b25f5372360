"""The e-mails that the demonstration « sends », so that an invitation can be followed without a mail server."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from csil.acces import ouvert_a_tous
from csil.fichiers import nettoyer_nom, reponse_fichier
from csil.texte.texte_riche import nettoyer

SEPARATION = b"-" * 79 + b"\n"


@ouvert_a_tous
def courriels(request: HttpRequest) -> HttpResponse:
    """Show the e-mails of the demonstration, the newest first."""
    lus = [courriel for fichier in _fichiers()[:50] for courriel in reversed(lire(fichier))]
    lus.sort(key=lambda courriel: courriel["date"], reverse=True)
    return render(request, "csil/comptes/courriels.html", {"courriels": lus[:50]})


@ouvert_a_tous
def courriel_piece(request: HttpRequest, fichier: str, message: int, piece: int) -> HttpResponse:
    """Give a file that came with a message. All of them are named by the page: nothing of the address becomes a path."""
    connu = next((f for f in _fichiers() if f.name == fichier), None)
    try:
        partie = list(_messages(connu)[message].iter_attachments())[piece] if connu else None
    except IndexError:
        partie = None
    if partie is None:
        raise Http404
    octets: Any = partie.get_payload(decode=True)
    return reponse_fichier(nettoyer_nom(partie.get_filename() or ""), partie.get_content_type(), octets)


def lire(fichier: Path) -> list[dict[str, Any]]:
    """List what the page shows of each message of this file."""
    return [_montrer(fichier, rang, message) for rang, message in enumerate(_messages(fichier))]


def _fichiers() -> list[Path]:
    """List the files, the newest first: a name begins with the moment."""
    return sorted(Path(settings.EMAIL_FILE_PATH).glob("*.log"), reverse=True)


def _messages(fichier: Path) -> list[EmailMessage]:
    """Read the messages of one connection, which Django's file backend puts in one file."""
    morceaux = fichier.read_bytes().split(SEPARATION)
    return [message_from_bytes(m, policy=policy.default) for m in morceaux if m.strip()]


def _montrer(fichier: Path, rang: int, message: EmailMessage) -> dict[str, Any]:
    texte, html = message.get_body(("plain",)), message.get_body(("html",))
    return {
        "fichier": fichier.name,
        "rang": rang,
        "date": message["Date"].datetime,
        "destinataire": message["To"],
        "sujet": message["Subject"],
        "corps": texte.get_content() if texte else "",
        "html": nettoyer(html.get_content()) if html else "",
        "pieces": [nettoyer_nom(piece.get_filename() or "") for piece in message.iter_attachments()],
    }
