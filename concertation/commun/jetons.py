"""Signed addresses: nothing is kept of them, they are recomputed and compared."""

from django.core.signing import BadSignature, Signer


class LienInvalide(Exception):
    """Refuse an address that nobody signed."""


def signataire(quoi: str) -> Signer:
    """Give what signs one kind of address; a signature of one kind is worth nothing for another."""
    return Signer(salt=f"concertation.{quoi}", sep=".")


def ouvrir(signataire: Signer, jeton: str) -> str:
    """Give back what was signed. Raises LienInvalide."""
    try:
        return signataire.unsign(jeton)
    except BadSignature:
        raise LienInvalide from None
