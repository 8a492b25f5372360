"""The secret address of a person's calendar feed; renewing it counts its number one further."""

from django.conf import settings
from django.urls import reverse

from concertation.agenda.models import AgendaPersonnel
from concertation.commun.jetons import ouvrir, signataire
from csil.comptes.models import Utilisateur

_agendas = signataire("agenda")


def jeton_d_agenda(agenda) -> str:
    """Sign whose feed it is, and which of its addresses."""
    return _agendas.sign(f"{agenda.personne_id}-{agenda.numero}")


def adresse_d_agenda(agenda) -> str:
    """Give the address that a calendar program follows."""
    return settings.CSIL_ADRESSE + reverse("agenda-ics", args=[jeton_d_agenda(agenda)])


def personne_de_l_agenda(jeton: str) -> Utilisateur | None:
    """Tell whose feed it is; None when the address was renewed since. Raises LienInvalide."""
    personne, _, numero = ouvrir(_agendas, jeton).partition("-")
    agenda = (
        AgendaPersonnel.objects.select_related("personne").filter(personne=personne, numero=numero).first()
    )
    return agenda and agenda.personne
