"""The stop: nothing is stored, the page says what to do, the journal keeps time, person and rule (R28, R30)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import select_template

from csil.journal import Verbe, consigner


class InformationClassifiee(Exception):
    """Say that a form was sent with a marking, declared or found; `regle` is a code such as « marquage.declare », never text.

    Raised by the form, so that the transaction of the view is undone and no view can go on.
    """

    def __init__(self, regle: str):
        super().__init__(regle)
        self.regle = regle


class ArretMiddleware:
    """Answer for every view whose form stopped, once its transaction is undone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show the stop instead of an error."""
        return arreter(request, exception.regle) if isinstance(exception, InformationClassifiee) else None


def arreter(request: HttpRequest, regle: str) -> HttpResponse:
    """Show the page of the stop (422): what was typed is neither kept nor given back."""
    par = request.user if request.user.is_authenticated else None
    consigner("classification.arret", par=par, verbe=Verbe.REFUS, motif=regle)
    vue = getattr(request.resolver_match, "func", None)
    paquet = vue.__module__.partition(".")[0] if vue else "csil"
    base: Any = select_template(
        [f"{paquet}/base.html", "base.html"]
    )  # the page stays in the place where one was
    contexte = {"base": base.template, "regle": regle}
    reponse = render(request, "csil/classification/arret.html", contexte, status=422)
    reponse["Cache-Control"] = "no-store"
    return reponse
