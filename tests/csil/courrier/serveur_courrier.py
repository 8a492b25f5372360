"""A real mail server on the loopback, for the tests: it keeps what it takes and refuses what it is told to."""

import asyncio
import socket
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller


class Boite:
    """What a server received. `refus`: {address: answer}; `attente`: set when it holds a message back until `laisser`."""

    def __init__(self):
        self.recus, self.refus, self.apres_le_texte = [], {}, "250 pris"
        self.attente, self.laisser = None, threading.Event()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if reponse := self.refus.get(address):
            return reponse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.attente:
            self.attente.set()
            await asyncio.to_thread(self.laisser.wait, 20)
        self.recus.append(message_from_bytes(envelope.original_content, policy=policy.default))
        return self.apres_le_texte

    @property
    def destinataires(self) -> list[str]:
        return [message["To"] for message in self.recus]


def port_libre() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


@contextmanager
def serveur_de_courrier(port, boite):
    controleur = Controller(boite, hostname="127.0.0.1", port=port)
    controleur.start()
    try:
        yield boite
    finally:
        controleur.stop()


@pytest.fixture
def smtp(settings):
    """The address of a mail server that nobody has started yet."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port_libre(), 5
    return settings.EMAIL_PORT


@pytest.fixture
def boite(smtp):
    with serveur_de_courrier(smtp, Boite()) as boite:
        yield boite
