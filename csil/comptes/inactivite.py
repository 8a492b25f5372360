"""The code asked again in the Cellule after a while without activity there; what was typed stays in the page.

The page that asks for it answers at the same address, so that nothing is lost: what a form had sent comes back in
hidden fields of that page, never in the session (allauth's `reauthentication_required` would keep it there, in clear),
and the right code hands it to the view in the same request.
"""

import time
from datetime import timedelta

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.shortcuts import redirect, render

from csil.acces import MEMBRES
from csil.comptes.allauth import ConfirmerCode
from csil.comptes.connexions import VEILLE
from csil.identite.second_facteur import est_verifie

# The addresses of the Cellule: here the code is asked again.
CELLULE = ("/informations-sensibles/", "/signaler/")
# No copy of these pages stays in a browser (R73).
SANS_COPIE = (*CELLULE, "/mandats/", "/journal/")
VUE_LE = "cellule_vue_le"
PRECISION = 60  # seconds: activity is noted at most that often
PREFIXE, SUITE = "cellule", "cellule-suite"
A_NOUS = {"csrfmiddlewaretoken", SUITE, f"{PREFIXE}-code"}


class InactiviteMiddleware:
    """Ask for the code again in the Cellule; comes after the door (`csil.acces`), so that login and undertaking are in order."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(SANS_COPIE):
            response["Cache-Control"] = "no-store"
        return response

    def process_view(self, request, vue, args, kwargs):
        """Let fresh activity through; else ask for the code, and go on once it is right."""
        if not _concerne(request, vue):
            return None
        envoye = request.method == "POST" and SUITE in request.POST
        if _est_fraiche(request) and not envoye:
            _noter(request)
            return None
        form = ConfirmerCode(request.POST if envoye else None, user=request.user, prefix=PREFIXE)
        if not envoye or not (_est_fraiche(request) or form.is_valid()):
            return _demander(request, form)
        if form.is_bound and hasattr(form, "authenticator"):
            form.save()
        _noter(request)
        return _reprendre(request)


def _concerne(request, vue) -> bool:
    """Say whether this is a verified login at an address of the Cellule that is not closed to it: 404 stays 404."""
    if not request.path_info.startswith(CELLULE) or not request.user.is_authenticated:
        return False
    genre, *reste = getattr(vue, "acces", (None,))
    if genre == MEMBRES and reste[0] and not request.user.est_membre(*reste[0]):
        return False
    return est_verifie(request)


def _est_fraiche(request) -> bool:
    codes = [t["at"] for t in get_authentication_records(request, request.user) if t.get("method") == "mfa"]
    derniere = max(request.session.get(VUE_LE, 0), *codes)
    return time.time() - derniere < settings.CSIL_CELLULE_INACTIVITE.total_seconds()


def _noter(request):
    """Note activity; a page that polls by itself is not active."""
    if VEILLE not in request.headers and time.time() - request.session.get(VUE_LE, 0) > PRECISION:
        request.session[VUE_LE] = time.time()


def _demander(request, form):
    """Show the page that asks for the code, as a 401, so that no cache and no script takes it for the page itself."""
    champs = [
        (nom, valeur) for nom, valeurs in request.POST.lists() if nom not in A_NOUS for valeur in valeurs
    ]
    ecrire = request.method == "POST" and request.POST.get(SUITE) != "lire"
    contexte = {
        "form": form,
        "champs": champs,
        "suite": "ecrire" if ecrire else "lire",
        "ecrire": ecrire,
        "adresse": request.get_full_path(),
        "minutes": settings.CSIL_CELLULE_INACTIVITE // timedelta(minutes=1),
    }
    reponse = render(request, "csil/comptes/code_cellule.html", contexte, status=401)
    reponse["WWW-Authenticate"] = 'Code realm="Cellule"'
    return reponse


def _reprendre(request):
    """Hand what was to be sent to its view, without what was ours; ask again for what was to be read."""
    if request.POST[SUITE] == "lire":
        return redirect(request.get_full_path())
    donnees = request.POST.copy()
    for nom in A_NOUS - {"csrfmiddlewaretoken"}:
        donnees.pop(nom, None)
    donnees._mutable = False
    request.POST = donnees
    return None
