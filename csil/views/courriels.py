"""The e-mails that the demonstration « sends », so that an invitation can be followed without a mail server."""

from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.shortcuts import render

from csil.acces import ouvert_a_tous

SEPARATION = b"-" * 79 + b"\n"


@ouvert_a_tous
def courriels(request):
    fichiers = sorted(Path(settings.EMAIL_FILE_PATH).glob("*.log"), reverse=True)[:50]
    lus = [courriel for fichier in fichiers for courriel in reversed(lire(fichier))]
    return render(request, "comptes/courriels.html", {"courriels": lus})


def lire(fichier: Path) -> list[dict]:
    """Django's file backend puts the messages of one connection in one file."""
    messages = [
        message_from_bytes(m, policy=policy.default)
        for m in fichier.read_bytes().split(SEPARATION)
        if m.strip()
    ]
    return [
        {
            "date": message["Date"].datetime,
            "destinataire": message["To"],
            "sujet": message["Subject"],
            "corps": message.get_body(("plain",)).get_content(),
        }
        for message in messages
    ]
