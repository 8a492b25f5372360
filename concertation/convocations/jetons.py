"""Signed addresses: the answer to one convocation without login, and a person's own calendar feed.

Nothing is kept of them: they are recomputed and compared. A corrected e-mail address makes a new answer link, so that whoever
received the first one by mistake cannot answer; renewing a feed counts its number one further.
"""

from hashlib import sha256

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from concertation.agenda.models import AgendaPersonnel
from concertation.convocations.models import Convocation
from csil.comptes.models import Utilisateur

_reponses = Signer(salt="concertation.reponse", sep=".")
_agendas = Signer(salt="concertation.agenda", sep=".")


class LienInvalide(Exception):
    """Nobody signed this address."""


def jeton_de_reponse(convocation) -> str:
    return _reponses.sign(f"{convocation.pk}-{empreinte(convocation.courriel)}")


def adresse_de_reponse(convocation) -> str:
    return settings.CSIL_ADRESSE + reverse("repondre", args=[jeton_de_reponse(convocation)])


def convocation_de(jeton: str) -> Convocation | None:
    """Whose answer this is; None when the invitation was withdrawn, or its address corrected. Raises LienInvalide."""
    pk, _, signee = _ouvrir(_reponses, jeton).partition("-")
    convocation = Convocation.objects.select_related("reunion").filter(pk=pk).first()
    return convocation if convocation and empreinte(convocation.courriel) == signee else None


def jeton_d_agenda(agenda) -> str:
    return _agendas.sign(f"{agenda.personne_id}-{agenda.numero}")


def adresse_d_agenda(agenda) -> str:
    return settings.CSIL_ADRESSE + reverse("agenda-ics", args=[jeton_d_agenda(agenda)])


def personne_de_l_agenda(jeton: str) -> Utilisateur | None:
    """Whose feed it is; None when the address was renewed since. Raises LienInvalide."""
    personne, _, numero = _ouvrir(_agendas, jeton).partition("-")
    agenda = (
        AgendaPersonnel.objects.select_related("personne").filter(personne=personne, numero=numero).first()
    )
    return agenda and agenda.personne


def _ouvrir(signataire, jeton) -> str:
    try:
        return signataire.unsign(jeton)
    except BadSignature:
        raise LienInvalide from None


def empreinte(courriel) -> str:
    return sha256(courriel.lower().encode()).hexdigest()[:12]
