"""Who may reach a view: declared on the line above it, read by the middleware, the tests and whoever opens the file.

- `@ouvert_a_tous`: without login.
- `@ouvert_au_compte`: logged in, before the undertaking and the second factor (the pages that provide them).
- `@ouvert_aux_membres(*groupes)`: one of these groups in force; without argument, every logged-in person.
- `@ouvert_si(condition)`: those of whom `condition(user)` is true now; they owe the second factor here, whatever their
  groups. `@acces(…, si=condition)`: the same for a record.
- `@acces(Modele, "droit")`: the record must be in `visible_to` (else 404), the right in `droits_de` (else 403).

A view that says nothing is closed: it asks for login, undertaking and second factor, and the tests refuse it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from csil.identite.second_facteur import est_verifie
from csil.journal import Verbe, consigner

TOUS, COMPTE, MEMBRES, OBJET = "tous", "compte", "membres", "objet"


class Requete(HttpRequest):
    """A request past the door, for annotations: its person is logged in."""

    user: Any
    refus: tuple[str, str | None] | None


Vue = TypeVar("Vue", bound=Callable[..., HttpResponseBase])


def ouvert_a_tous(vue: Vue) -> Vue:
    """Open the view to everybody, without login."""
    return _declarer(vue, TOUS)


def ouvert_au_compte(vue: Vue) -> Vue:
    """Open the view to whoever is logged in, before the undertaking and the second factor."""
    return _declarer(vue, COMPTE)


def ouvert_aux_membres(*groupes: str) -> Callable[[Vue], Vue]:
    """Open the view to the members of one of these groups, now; 404 to others, who need not know that it exists."""

    def decorer(vue: Vue) -> Vue:
        @wraps(vue)
        def gardee(request: Requete, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if groupes and not request.user.est_membre(*groupes):
                request.refus = f"{vue.__module__}.{vue.__name__}", None
                raise Http404
            return vue(request, *args, **kwargs)

        return _declarer(cast(Vue, gardee), MEMBRES, groupes)

    return decorer


def ouvert_si(condition: Callable[[Any], bool]) -> Callable[[Vue], Vue]:
    """Open the view to those of whom `condition(user)` is true, second factor and undertaking in order; 404 to others.

    What opens it is no group, so `doit_second_facteur` does not know them: the door asks for the code here, and only here.
    """

    def decorer(vue: Vue) -> Vue:
        return _declarer(vue, MEMBRES, (), condition=condition)

    return decorer


def acces(
    modele: Any, droit: str, *, trace: str | None = None, si: Callable[[Any], bool] | None = None
) -> Callable[[Vue], Vue]:
    """Hand the view the record that `pk` names, if this person may see it and do `droit` with it now.

    `trace`: code of the act that reading leaves in the journal; a sensitive record always has one (R67).
    `si`: a condition on the person besides, as for `ouvert_si`.
    """

    def decorer(vue: Vue) -> Vue:
        @wraps(vue)
        def gardee(request: Requete, pk: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            objet = modele.objects.visible_to(request.user).filter(pk=pk).first()
            if objet is None:
                request.refus = droit, f"{modele._meta.label_lower} {pk}"
                raise Http404
            if droit not in objet.droits_de(request.user):
                request.refus = droit, f"{modele._meta.label_lower} {pk}"
                raise PermissionDenied
            reponse = vue(request, objet, *args, **kwargs)
            if trace and reponse.status_code == 200:  # a page was shown, whatever method asked for it
                consigner(trace, objet, par=request.user, verbe=Verbe.CONSULTATION)
            return reponse

        return _declarer(cast(Vue, gardee), OBJET, modele, droit, condition=si)

    return decorer


def _declarer(vue: Vue, *acces: Any, condition: Any = None) -> Vue:
    """Write on the view what the door, the tests and the reader ask of it."""
    declaree: Any = vue
    declaree.acces, declaree.condition = acces, condition
    return vue


class PorteMiddleware:
    """Ask at the door of every page for login, what the view asks of the person, second factor if owed, undertaking.

    What it refuses is written in the journal.
    """

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: Requete) -> Any:
        request.refus = None
        response = self.get_response(request)
        if request.refus and response.status_code in (
            403,
            404,
        ):  # after the view, whose transaction is undone
            acte, objet = request.refus
            par = request.user if request.user.is_authenticated else None
            consigner(f"acces.{acte}"[:100], par=par, verbe=Verbe.REFUS, motif=objet or "")
        return response

    def process_view(self, request: Requete, vue: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Let the request in, lead it to what is missing, or refuse it."""
        genre = getattr(vue, "acces", (None,))[0]
        if genre == TOUS:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if genre == COMPTE:
            return None
        condition = getattr(vue, "condition", None)
        if condition and not condition(request.user):
            request.refus = f"{vue.__module__}.{vue.__name__}", None
            raise Http404
        if (condition or request.user.doit_second_facteur) and not est_verifie(request):
            enrole = request.user.second_facteur_installe
            return _vers("mfa_reauthenticate" if enrole else "mfa_activate_totp", request)
        if not request.user.a_signe:
            return _vers("engagement", request)
        return None


def _vers(nom: str, request: Requete) -> HttpResponse:
    suite = request.get_full_path() if request.method == "GET" else reverse("accueil")
    return redirect(f"{reverse(nom)}?{urlencode({'next': suite})}")
