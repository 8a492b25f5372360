"""The agenda that an e-mail carries, composed when it leaves."""

from concertation.convocations.jetons import empreinte
from concertation.convocations.models import Convocation
from concertation.ordre_du_jour.impression import ordre_du_jour_pdf


def ordre_du_jour(argument: str) -> bytes:
    """Compose the agenda as it is when the e-mail leaves, for whom it goes to. `argument`: a convocation, and an address of it."""
    pk, _, adresse = argument.partition(":")
    convocation = Convocation.objects.select_related("reunion").get(pk=pk)
    au_remplacant = adresse != empreinte(convocation.courriel)
    lecteur = convocation.representant if au_remplacant else convocation.nom
    return ordre_du_jour_pdf(convocation.reunion, lecteur)
