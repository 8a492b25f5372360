"""What a person may still do about an e-mail of theirs, from the page that shows it (`composants/envois.html`)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import ActeRefuse
from csil.courrier.models import Envoi


@acces(Envoi, "reessayer_envoi")
@require_POST
def reessayer(request: HttpRequest, envoi: Envoi) -> HttpResponse:
    """Send it again, from the first attempt."""
    merci = "Le courriel repart dans un instant."
    return _faire(
        request, envoi.reessayer, merci, "Ce courriel ne peut pas être renvoyé : il n’a pas échoué."
    )


@acces(Envoi, "annuler_envoi")
@require_POST
def annuler(request: HttpRequest, envoi: Envoi) -> HttpResponse:
    """Hold it back while it waits."""
    merci = "Le courriel ne partira pas."
    return _faire(request, envoi.annuler, merci, "Ce courriel ne peut plus être annulé : il est parti.")


def _faire(request: HttpRequest, acte: Callable[..., Any], merci: str, refus: str) -> HttpResponse:
    try:
        acte(par=request.user)
    except ActeRefuse:  # the worker was faster
        messages.error(request, refus)
    else:
        messages.success(request, merci)
    suite = request.POST.get("suite", "")
    return redirect(suite if url_has_allowed_host_and_scheme(suite, allowed_hosts=None) else "accueil")
