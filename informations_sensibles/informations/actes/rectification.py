"""The act on a rectification that is to be passed on."""

from django.utils import timezone

from csil.actes import acte
from csil.journal import Verbe, consigner


@acte("prevenir_arectifier")
def prevenir(suite, *, par, mot):
    """Note that the recipient was told, by the way that the information went; done once."""
    suite.fait_par, suite.fait_le, suite.mot = par, timezone.now(), mot
    consigner(
        "cellule.rectification_suivie",
        suite.information,
        par=par,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(suite.destinataire_id)],
    )
