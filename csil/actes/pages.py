"""A page that asks for an act: « form → act → message → page », the same everywhere.

    form = FormulaireMotif(envoye(request))
    return agir(request, form, dossier.clore, annonce="Le dossier est clos.", suite=dossier) or page(…, form)

What the act refuses in words comes back in the form, with all that was typed, and so does an act that is no longer possible, to
whoever still reads the record; what is not this person's to do is the 403 page (`ActeRefuse`).
"""

from collections.abc import Callable
from copy import copy
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from csil.actes.acte import ActeRefuse, reprendre


def agir(
    request: HttpRequest,
    form: forms.BaseForm,
    faire: Callable[..., Any],
    *,
    annonce: str | Callable[[], str] = "",
    suite: Any,
) -> HttpResponse | None:
    """Do what a good form asks for, say so, and redirect; None while the page is still to be shown.

    `faire(par=…, **champs)`: the act, with what the form took (`form.champs()` if it has one, else `cleaned_data`).
    `annonce`, `suite`: what is then said, if anything, and where one goes; a function of nothing where only the act knows,
    which finds what the act gave back in `form.fait`.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    champs = form.champs() if hasattr(form, "champs") else form.cleaned_data
    try:
        with transaction.atomic():
            form.fait = faire(par=request.user, **champs)  # type: ignore[attr-defined]
    except ValidationError as erreur:
        dire(form, erreur)
        return None
    except ActeRefuse as refus:
        if not refus.lu:
            raise
        form.add_error(None, str(refus))
        return None
    if dit := annonce() if callable(annonce) else annonce:
        messages.success(request, dit)
    return redirect(suite() if callable(suite) else suite)


def appuyer(
    request: HttpRequest, faire: Callable[..., Any], *, annonce: str | Callable[[Any], str], suite: Any
) -> HttpResponse:
    """Do what a lone button asks for, say so and redirect; what the act refuses in words is said on the page where one goes.

    `annonce`: a sentence, or a function of what the act gave back.
    """
    try:
        with transaction.atomic():
            fait = faire(par=request.user)
    except ValidationError as erreur:
        for phrase in erreur.messages:
            messages.error(request, phrase)
    except ActeRefuse as refus:
        if not refus.lu:
            raise
        messages.error(request, str(refus))
    else:
        messages.success(request, annonce(fait) if callable(annonce) else annonce)
    return redirect(suite)


def envoye(request: HttpRequest) -> Any:
    """Give a form what was sent to it, even if that is nothing; None while its page is only asked for."""
    return request.POST if request.method == "POST" else None


def a_remplir(request: HttpRequest, objet: Any) -> Any:
    """Give a form the record that it fills: once sent, a copy of the row as it is now, held until the end of the request.

    What the form writes into a copy is not what the page then shows of the record.
    """
    return copy(reprendre(objet)) if request.method == "POST" else objet


def dire(form: forms.BaseForm, erreur: ValidationError) -> None:
    """Put what a record refused under the field that it names, if the form shows it, else above all of them."""
    par_champ = erreur.message_dict if hasattr(erreur, "error_dict") else {"": erreur.messages}
    for champ, phrases in par_champ.items():
        form.add_error(champ if champ in form.fields else None, phrases)
