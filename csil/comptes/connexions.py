"""Open logins: each is written down, seen by its person, and ends by itself when nothing is done."""

from contextlib import suppress
from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.utils import timezone

from csil.actes import Disparu
from csil.comptes.models.connexion import Connexion
from csil.comptes.models.utilisateur import Utilisateur
from csil.comptes.sessions import empreinte
from csil.exploitation.views.erreurs import renvoyer
from csil.identite import au_nom_de
from csil.journal import Verbe, consigner

PRECISION = timedelta(minutes=1)  # activity is noted at most once a minute
VEILLE = "X-Csil-Veille"  # a page that polls by itself sends this header: polling is not activity
SYSTEMES = ("Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux")
NAVIGATEURS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))


def middleware(get_response):
    """Let a request through if its login is still open and was used lately; else end it."""

    def traiter(request):
        if not request.user.is_authenticated:
            return get_response(request)
        connexion = Connexion.objects.filter(session=empreinte(request.session.session_key)).first()
        limite = timezone.now() - settings.CSIL_INACTIVITE
        if connexion is None or connexion.vue_le < limite:
            return _expirer(request, connexion)
        if VEILLE not in request.headers and connexion.vue_le < timezone.now() - PRECISION:
            connexion.vue_le = timezone.now()
            connexion.save(update_fields=["vue_le"])
        response = get_response(request)
        _suivre(request, connexion)
        return response

    return traiter


def _suivre(request, connexion):
    """Follow a session to its new key, which changing one's password gives: it is still the same login."""
    cle = empreinte(request.session.session_key)
    if (
        not request.user.is_authenticated
        or request.user.pk != connexion.personne_id
        or cle == connexion.session
    ):
        return
    if not Connexion.objects.filter(session=cle).exists():
        connexion.session = cle
        connexion.save(update_fields=["session"])


def _expirer(request, connexion):
    if connexion:
        consigner("comptes.connexion_expiree", par=request.user, verbe=Verbe.CONNEXION)
        connexion.delete()
    logout(request)
    if request.method == "POST":
        return renvoyer(request)
    minutes = settings.CSIL_INACTIVITE // timedelta(minutes=1)
    messages.info(
        request,
        f"Votre connexion a pris fin. Elle s’arrête d’elle-même après {minutes} minutes sans activité.",
    )
    return redirect_to_login(request.get_full_path())


def ouvrir(sender, request, user, **kwargs):
    """Write down a new login: the journal's line, and the row by which its person may end it."""
    with au_nom_de(user):
        Connexion.objects.create(
            personne=user,
            session=empreinte(request.session.session_key),
            appareil=appareil(request.META.get("HTTP_USER_AGENT", "")),
            adresse=get_adapter().get_client_ip(request) if request.META.get("REMOTE_ADDR") else None,
        )
        consigner("comptes.connexion", par=user, verbe=Verbe.CONNEXION)


def fermer(sender, request, user, **kwargs):
    """Forget a login that its person ends by logging out."""
    if user is not None and request.session.session_key:
        if Connexion.objects.filter(session=empreinte(request.session.session_key)).delete()[0]:
            consigner("comptes.deconnexion", par=user, verbe=Verbe.CONNEXION)


def terminer_les_autres(request):
    """End every login of this person but the one of this request."""
    courante = empreinte(request.session.session_key)
    for connexion in request.user.connexions.exclude(session=courante):
        with suppress(Disparu):  # its browser has just logged out
            connexion.terminer(par=request.user)


def noter_echec(sender, request=None, credentials=None, user=None, **kwargs):
    """Write down a refused login: the account if there is one, never what was typed."""
    adresse = (credentials or {}).get("email", "")
    compte = user or Utilisateur.objects.filter(email__iexact=adresse).first()
    parleur = getattr(request, "user", None)
    par = parleur if parleur and parleur.is_authenticated else None
    consigner("comptes.connexion_refusee", compte, par=par, verbe=Verbe.REFUS)


def appareil(agent: str) -> str:
    """Name a browser so that one knows one's own devices again: « Firefox, Windows »."""
    navigateur = next((nom for signe, nom in NAVIGATEURS if signe in agent), "Navigateur inconnu")
    systeme = next((nom for nom in SYSTEMES if nom in agent), "")
    return f"{navigateur}, {systeme}" if systeme else navigateur
