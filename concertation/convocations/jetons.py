"""The address by which one convocation is answered without login.

A corrected e-mail address makes a new link, so that whoever received the first one by mistake cannot answer.
"""

from hashlib import sha256

from django.conf import settings
from django.urls import reverse

from concertation.commun.jetons import ouvrir, signataire

_reponses = signataire("reponse")


def jeton_de_reponse(convocation) -> str:
    """Sign which convocation may be answered, while its address is that one."""
    return _reponses.sign(f"{convocation.pk}-{empreinte(convocation.courriel)}")


def adresse_de_reponse(convocation) -> str:
    """Give the address of the page where this convocation is answered."""
    return settings.CSIL_ADRESSE + reverse("repondre", args=[jeton_de_reponse(convocation)])


def empreinte(courriel) -> str:
    """Shorten an address to what tells it from another, without giving it."""
    return sha256(courriel.lower().encode()).hexdigest()[:12]


def lire(jeton: str) -> tuple[str, str]:
    """Give the key of the convocation that was signed, and the imprint of its address then. Raises LienInvalide."""
    pk, _, signee = ouvrir(_reponses, jeton).partition("-")
    return pk, signee
