"""The second factor: whether this login passed it, and what an administrator does when a telephone is lost."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string

from csil.journal import Verbe, consigner


def est_verifie(request: HttpRequest) -> bool:
    """Say whether a code was given in this login; a trusted browser, which skips the code, does not count."""
    traces = get_authentication_records(request, request.user)
    return any(t.get("method") == "mfa" and t.get("type") in ("totp", "recovery_codes") for t in traces)


@transaction.atomic
def retirer_second_facteur(personne: Any, *, par: Any) -> None:
    """Take away codes and recovery codes; the person, told by e-mail, sets up another telephone at the next login.

    Raises ValidationError for oneself.
    """
    if personne == par:
        raise ValidationError("Votre propre second facteur se change dans « Mon compte ».")
    Authenticator.objects.filter(user=personne).delete()
    consigner("comptes.second_facteur_retire", personne, par=par, verbe=Verbe.MODIFICATION)
    transaction.on_commit(lambda: _prevenir(personne))


def _prevenir(personne: Any) -> None:
    contexte = {"personne": personne, "commune": settings.CSIL_COMMUNE, "adresse": settings.CSIL_ADRESSE}
    texte = render_to_string("csil/comptes/email/second_facteur_retire.txt", contexte)
    send_mail("Plateforme CSIL : votre second facteur a été retiré", texte, None, [personne.email])
