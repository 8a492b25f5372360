"""What is done with one invitation: answered, noted, corrected, taken back."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from concertation.convocations import courriels
from concertation.convocations.etats import Reponse
from csil.actes import acte
from csil.journal import Verbe, consigner


@acte("repondre_convocation", "concertation.convocation_repondue")
def repondre(convocation, *, par, reponse, remplacant="", remplacant_courriel="", mot=""):
    """Answer: comes, excused, or replaced by a colleague, with a word. `par`: None by the link of the e-mail.

    A colleague with an address receives what they need.
    """
    avant = convocation.remplacant_courriel
    _noter(convocation, reponse, remplacant, remplacant_courriel)
    convocation.mot, convocation.repondu_le = mot, timezone.now()
    courriels.apres_reponse(convocation, avant)


@acte("pointer_convocation", "concertation.presence_constatee")
def constater(convocation, *, par, reponse, remplacant="", remplacant_courriel=""):
    """Note what turned out to be the case in the room, whatever was answered before; nobody is written to."""
    _noter(convocation, reponse, remplacant, remplacant_courriel)


@acte("gerer_convocation", "concertation.reponse_oubliee")
def oublier_reponse(convocation, *, par):
    """Forget what was answered: the meeting moved, it was for another day."""
    avant = convocation.remplacant_courriel
    _noter(convocation, Reponse.SANS, "", "")
    convocation.mot, convocation.repondu_le, convocation.relancee_le = "", None, None
    courriels.apres_reponse(convocation, avant)


@acte("gerer_convocation", "concertation.invitation_corrigee")
def corriger(convocation, *, par, **champs) -> bool:
    """Correct name, address, partner. To another address the convocation leaves again; tell whether it does."""
    avant = convocation.courriel
    for nom, valeur in champs.items():
        setattr(convocation, nom, valeur)
    return convocation.courriel != avant and courriels.corriger(convocation, par=par)


@acte("gerer_convocation")
def renvoyer(convocation, envoi, *, par):
    """Send once more what did not arrive."""
    courriels.renvoyer(convocation, envoi, par=par)


@acte("gerer_convocation")
def retirer(convocation, *, par):
    """Take the invitation back; who was convoked is told. Raises ValidationError if noted present."""
    if convocation.presences.exists():
        raise ValidationError(f"{convocation.representant} est noté présent : effacez d’abord sa présence.")
    courriels.retirer(convocation, par=par)
    consigner("concertation.invitation_retiree", convocation.reunion, par=par, verbe=Verbe.MODIFICATION)
    convocation.delete()


def _noter(convocation, reponse, remplacant, remplacant_courriel) -> None:
    """Keep the answer; a colleague only where one comes instead."""
    remplace = reponse == Reponse.REMPLACE
    convocation.reponse = reponse
    convocation.remplacant = remplacant if remplace else ""
    convocation.remplacant_courriel = remplacant_courriel if remplace else ""
