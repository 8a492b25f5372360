"""Noting attendance: one tap each, and a page for what one tap cannot say."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from concertation.convocations.models import Convocation
from concertation.presences import actes as presences
from concertation.reunions.models import Reunion
from concertation.seance.ecran import adresse
from concertation.seance.forms import FormulaireInvite, FormulairePresence
from concertation.seance.views.seance import repondre
from csil.acces import acces
from csil.actes import agir, envoye

DISPARU = "Ce point n’est plus à l’ordre du jour : ce geste n’est pas noté."
GESTES = {"arrive", "excuse", "parti", "part"}


@acces(Reunion, "pointer_reunion")
@require_POST
def pointer(request, reunion):
    """Note one tap, one button of the sheet: its name is the gesture, its value the person; « tous » is everybody."""
    point, points = _point(request, reunion)
    if point is None:
        messages.error(request, DISPARU)
        return redirect("seance", reunion.pk)
    if "tous" in request.POST:
        messages.success(request, _tous(presences.tous_presents(reunion, par=request.user)))
    for geste in GESTES & request.POST.keys():
        convocation = _trouver(reunion, request.POST[geste])
        acte = _gestes(convocation, points, points.index(point), par=request.user).get(geste)
        try:
            if acte is None:
                raise ValidationError(f"{convocation.representant} : ce geste n’est pas possible à ce point.")
            acte()
        except ValidationError as erreur:
            messages.error(request, " ".join(erreur.messages))
    return repondre(request, reunion, point, "presences")


def _tous(nombre) -> str:
    if not nombre:
        return "Tout le monde est déjà noté."
    s, verbe = ("s", "sont notées") if nombre > 1 else ("", "est notée")
    return f"{nombre} personne{s} {verbe} présente{s} depuis l’ouverture. Notez maintenant les exceptions."


def _point(request, reunion):
    """Find the item of the sheet that was sent (None if it left the agenda), and all of them in order."""
    demande = request.POST.get("point") or request.GET.get("point", "")
    points = list(reunion.points.inscrits())
    return next((point for point in points if str(point.pk) == demande), None), points


def _trouver(reunion, numero):
    return get_object_or_404(reunion.convocations, pk=numero if numero.isdecimal() else 0)


def _gestes(convocation, points, rang, *, par) -> dict:
    """Say what one tap may mean at this item. There is no leaving before the first item, nor after the last."""
    gestes = {
        "arrive": lambda: presences.arriver(convocation, par=par, au_point=points[rang] if rang else None),
        "excuse": lambda: presences.excuser(convocation, par=par),
    }
    if rang:
        gestes["parti"] = lambda: presences.partir(convocation, par=par, avant_point=points[rang])
    if rang + 1 < len(points):
        gestes["part"] = lambda: presences.partir(convocation, par=par, avant_point=points[rang + 1])
    return gestes


@acces(Convocation, "pointer_convocation")
def corriger(request, convocation):
    """Put right what was really the case: stays, excuse, replacement."""
    reunion = convocation.reunion
    points = list(reunion.points.inscrits())
    form = FormulairePresence(convocation, points, envoye(request))
    contexte = {
        "convocation": convocation,
        "reunion": reunion,
        "form": form,
        "retour": _retour(request, reunion),
    }
    return agir(
        request,
        form,
        partial(presences.rectifier, convocation),
        annonce=lambda: f"La présence de {convocation.representant} est corrigée.",
        suite=contexte["retour"],
    ) or render(request, "concertation/seance/presence/corriger.html", contexte)


@acces(Reunion, "pointer_reunion")
def inviter(request, reunion):
    """Note who came without being called."""
    point, points = _point(request, reunion)
    form = FormulaireInvite(envoye(request))
    contexte = {"reunion": reunion, "form": form, "point": point, "retour": _retour(request, reunion)}
    return agir(
        request,
        form,
        partial(presences.accueillir, reunion, au_point=None if point in points[:1] else point),
        annonce=lambda: f"{form.fait.nom} est noté dans la salle.",
        suite=contexte["retour"],
    ) or render(request, "concertation/seance/presence/inviter.html", contexte)


def _retour(request, reunion) -> str:
    """Go back to the same item, open."""
    point, _ = _point(request, reunion)
    return adresse(point) if point else reverse("seance", args=[reunion.pk])
