"""The e-mail by which a person takes an account into use: its link works once and expires."""

from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import base36_to_int, int_to_base36

from csil.comptes.models.utilisateur import Utilisateur
from csil.journal import Verbe, consigner


class JetonInvitation(PasswordResetTokenGenerator):
    """Sign the link over the password, so that choosing one spends it; a later invitation replaces the former."""

    key_salt = "csil.invitation"

    def _make_hash_value(self, user: Any, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.invite_le:%Y%m%d%H%M%S%f}"

    def check_token(self, user: Any, token: str | None) -> bool:
        """Say whether the link is the last one sent to this person, unspent and not expired."""
        if user is None or user.invite_le is None or not token:
            return False
        if timezone.now() > user.invite_le + settings.CSIL_INVITATION_DUREE:
            return False
        return self._signe(user, token)

    def _signe(self, user: Any, token: str) -> bool:
        """The parent's check without its own, shorter, time limit."""
        horodatage = token.partition("-")[0]
        try:
            secondes = base36_to_int(horodatage)
        except ValueError:
            return False
        return constant_time_compare(self._make_token_with_timestamp(user, secondes, self.secret), token)


jetons = JetonInvitation()


@transaction.atomic
def ouvrir_compte(personne: Utilisateur, *, par: Utilisateur) -> None:
    """Open a new account, without a password, and invite its person at once."""
    personne.set_unusable_password()
    personne.save()
    consigner("comptes.compte_ouvert", personne, par=par, verbe=Verbe.COLLECTE)
    inviter(personne, par=par)


@transaction.atomic
def inviter(personne: Utilisateur, *, par: Utilisateur | None) -> None:
    """Send the invitation once the change is committed; an account in use has nothing to be invited to.

    Raises ValueError if the person has already chosen a password.
    """
    if personne.has_usable_password():
        raise ValueError("Ce compte est déjà en service.")
    personne.invite_le = timezone.now()
    personne.save(update_fields=["invite_le"])
    consigner("comptes.invitation", personne, par=par, verbe=Verbe.COMMUNICATION)
    transaction.on_commit(lambda: _envoyer(personne))


def adresse(personne: Utilisateur) -> str:
    """Give the address of the invitation, which is a key."""
    chemin = reverse(
        "invitation", kwargs={"uidb36": int_to_base36(personne.pk), "jeton": jetons.make_token(personne)}
    )
    return settings.CSIL_ADRESSE + chemin


def invite(uidb36: str, jeton: str) -> Utilisateur | None:
    """Find whom this link invites, if it is still good."""
    try:
        personne = Utilisateur.objects.filter(pk=base36_to_int(uidb36), is_active=True).first()
    except (ValueError, OverflowError):
        return None
    return personne if jetons.check_token(personne, jeton) else None


@transaction.atomic
def accepter(personne: Utilisateur, mot_de_passe: str) -> None:
    """Take the account into use: the person, still a visitor, chooses a password."""
    personne.set_password(mot_de_passe)
    personne.save(update_fields=["password"])
    consigner("comptes.mise_en_service", personne, verbe=Verbe.MODIFICATION)


def _envoyer(personne: Any) -> None:
    contexte = {
        "personne": personne,
        "adresse": adresse(personne),
        "expiration": personne.invite_le + settings.CSIL_INVITATION_DUREE,
        "commune": settings.CSIL_COMMUNE,
    }
    objet = render_to_string("csil/comptes/email/invitation_objet.txt", contexte).strip()
    send_mail(objet, render_to_string("csil/comptes/email/invitation.txt", contexte), None, [personne.email])
