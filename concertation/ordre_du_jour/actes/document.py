"""What is done with a file beside an item."""

from csil.actes import acte
from csil.journal import Verbe, consigner


@acte("retirer_document")
def retirer(document, *, par):
    """Take the file away from the item."""
    consigner("concertation.document_retire", document, par=par, verbe=Verbe.EFFACEMENT)
    document.delete()
