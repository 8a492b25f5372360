"""What a person may still do about an e-mail of theirs, from the page that shows it (`composants/envois.html`)."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.courrier.models import Envoi


@acces(Envoi, "reessayer_envoi")
@require_POST
def reessayer(request, envoi):
    return _faire(request, envoi.reessayer, "Le courriel repart dans un instant.")


@acces(Envoi, "annuler_envoi")
@require_POST
def annuler(request, envoi):
    return _faire(request, envoi.annuler, "Le courriel ne partira pas.")


def _faire(request, acte, merci):
    try:
        acte(par=request.user)
        messages.success(request, merci)
    except ValidationError as refus:  # the worker was faster
        messages.error(request, refus.message)
    suite = request.POST.get("suite", "")
    return redirect(suite if url_has_allowed_host_and_scheme(suite, allowed_hosts=None) else "accueil")
