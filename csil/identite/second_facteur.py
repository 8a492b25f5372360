"""Did this login pass the second factor? And what an administrator does when somebody lost the telephone."""

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from csil.journal import Verbe, consigner


def est_verifie(request) -> bool:
    """A code was given in this login; a trusted browser, which skips the code, does not count."""
    traces = get_authentication_records(request, request.user)
    return any(t.get("method") == "mfa" and t.get("type") in ("totp", "recovery_codes") for t in traces)


@transaction.atomic
def retirer_second_facteur(personne, *, par) -> None:
    """Codes and recovery codes go; the person sets up another telephone at the next login, and is told by e-mail.

    Raises ValidationError for oneself.
    """
    if personne == par:
        raise ValidationError("Votre propre second facteur se change dans « Mon compte ».")
    personne.authenticator_set.all().delete()
    consigner("comptes.second_facteur_retire", personne, par=par, verbe=Verbe.MODIFICATION)
    transaction.on_commit(lambda: _prevenir(personne))


def _prevenir(personne):
    contexte = {"personne": personne, "commune": settings.CSIL_COMMUNE, "adresse": settings.CSIL_ADRESSE}
    texte = render_to_string("csil/comptes/email/second_facteur_retire.txt", contexte)
    send_mail("Plateforme CSIL : votre second facteur a été retiré", texte, None, [personne.email])
