"""Acts on what several nouns of the Cellule share: keeping somebody away from a record."""

from django.utils import timezone

from csil.actes import acte, creer
from csil.journal import Verbe, consigner


def ecarter(ecart, *, par):
    """Insert `ecart`, decided by `par`: from the next request on, this person knows nothing of the record."""
    ecart.par = par
    creer(ecart, par=par)
    _dire(ecart, "decide", par)
    return ecart


@acte("lever_blocage")
def lever(ecart, *, par):
    """Let the person read the record again."""
    ecart.leve_par, ecart.leve_le = par, timezone.now()
    _dire(ecart, "leve", par)


def _dire(ecart, quoi, par):
    concernee = str(ecart.personne_id)
    consigner(
        f"cellule.{ecart.ACTE}_{quoi}",
        ecart.sujet,
        par=par,
        verbe=Verbe.ATTRIBUTION,
        destinataires=[concernee],
    )
