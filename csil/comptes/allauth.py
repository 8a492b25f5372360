"""What we change in django-allauth: nobody registers, secrets are encrypted, trust is a box beside the code."""

import base64
import hashlib
import time

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import ResetPasswordKeyForm
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.internal.flows.trust import trust_browser
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.totp.views import ActivateTOTPView
from cryptography.fernet import Fernet
from django import forms
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.urls import reverse

from csil.comptes.models.attribution import GroupeEnVigueur
from csil.journal import Verbe, consigner


class Backend(ModelBackend):
    """Check passwords, and count the rights of groups while they are in force; guardian's answers are not asked."""

    def authenticate(self, request, email=None, password=None, username=None, **kwargs):
        return super().authenticate(request, username=email or username, password=password)

    def _get_user_permissions(self, user_obj):
        return Permission.objects.none()

    def _get_group_permissions(self, user_obj):
        return Permission.objects.filter(
            group__in=GroupeEnVigueur.objects.filter(personne=user_obj).values("groupe")
        )


class AdaptateurCompte(DefaultAccountAdapter):
    """Fit allauth's accounts to ours: no registration, our second factor, codes asked again."""

    def is_open_for_signup(self, request):
        return False

    def get_login_stages(self):
        """Put our second factor instead of allauth's, and no page of its own for trusting a browser."""
        remplacees = {"allauth.mfa.stages.AuthenticateStage": "csil.comptes.allauth.EtapeCode"}
        etapes = [remplacees.get(e, e) for e in super().get_login_stages()]
        return [e for e in etapes if not e.endswith("TrustStage")]

    def is_reauthentication_required(self, *, app):
        """Ask again before one's factors are touched: for the code, or for the password while there is no code yet.

        The password alone never leads from a trusted browser to the recovery codes, and by them to a verified login.
        """
        requete = allauth_context.request
        genre = "mfa" if requete.user.second_facteur_installe else "password"
        limite = time.time() - account_settings.REAUTHENTICATION_TIMEOUT
        traces = get_authentication_records(requete, requete.user)
        return not any(t["method"] == genre and t["at"] > limite for t in traces)

    def get_reauthentication_methods(self, user):
        """Offer the code, where there is one; the password otherwise."""
        methodes = super().get_reauthentication_methods(user)
        return [m for m in methodes if m["id"] == "mfa_reauthenticate"] or methodes

    def get_reset_password_from_key_url(self, key):
        chemin = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.CSIL_ADRESSE + chemin.replace("UID-KEY", key)


class EtapeCode(AuthenticateStage):
    """Ask for the code at login; a trusted browser spares it, except to those who owe a second factor."""

    def _should_handle(self, request):
        if super()._should_handle(request):
            return True
        personne = self.login.user
        return personne is not None and personne.doit_second_facteur and personne.second_facteur_installe


class CodeUnique:
    """Accept a code once. allauth remembers it for one period; the clocks' tolerance accepts it for three."""

    def clean_code(self):
        code = super().clean_code()
        preuve = self.authenticator.wrap()
        if isinstance(preuve, TOTP):
            duree = settings.MFA_TOTP_PERIOD * (2 * settings.MFA_TOTP_TOLERANCE + 1)
            cache.touch(preuve._get_used_cache_key(code), duree)
        return code


class ConfirmerCode(CodeUnique, ReauthenticateForm):
    """Ask for the code again within a login."""


class SaisirCode(CodeUnique, AuthenticateForm):
    """Ask for the code and offer beside it, to those who may, the box by which this browser is trusted for 14 days."""

    faire_confiance = forms.BooleanField(
        label="Faire confiance à ce navigateur pendant 14 jours", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code à six chiffres"
        self.fields["code"].widget.attrs = {
            "autocomplete": "one-time-code",
            "inputmode": "text",
            "autofocus": True,
        }
        if self.user.doit_second_facteur:
            del self.fields["faire_confiance"]


class SaisirCodeVue(AuthenticateView):
    """Take the code at login, and trust the browser if its person asked for that."""

    def form_valid(self, form):
        personne = self.stage.login.user
        reponse = super().form_valid(form)
        if form.cleaned_data.get("faire_confiance"):
            trust_browser(self.request, personne, reponse)
        return reponse


class ActiverSecondFacteurVue(ActivateTOTPView):
    """Set up a telephone, whose first code also verifies this login."""

    def form_valid(self, form):
        reponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type=Authenticator.Type.TOTP)
        return reponse


class ChoisirMotDePasse(ResetPasswordKeyForm):
    """Take the password chosen after a reset by e-mail, which leaves a line in the journal."""

    def save(self):
        super().save()
        consigner("comptes.mot_de_passe_reinitialise", self.user, verbe=Verbe.MODIFICATION)


class AdaptateurSecondFacteur(DefaultMFAAdapter):
    """Encrypt TOTP seeds and recovery codes: the database alone does not give the second factor."""

    def encrypt(self, text):
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _fernet().decrypt(encrypted_text.encode()).decode()


def _fernet() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(settings.CSIL_CLE_SECRETS.encode()).digest()))
