"""Attendance: one tap each, and a page for what one tap cannot say."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from concertation.convocations.models import Convocation, Reponse
from concertation.reunions.models import Reunion
from concertation.seance import presences
from concertation.seance.ecran import adresse
from concertation.seance.forms import FormulaireInvite, FormulairePresence
from concertation.seance.views.seance import repondre
from csil.acces import acces

DISPARU = "Ce point n’est plus à l’ordre du jour : ce geste n’est pas noté."
GESTES = {"arrive", "excuse", "parti", "part"}


@acces(Reunion, "pointer_reunion")
@require_POST
def pointer(request, reunion):
    """One tap, one button of the sheet: its name is the gesture, its value the person; « tous » is everybody."""
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
    """The item of the sheet that was sent (None if it left the agenda), and all of them in order."""
    demande = request.POST.get("point") or request.GET.get("point", "")
    points = list(reunion.points.inscrits())
    return next((point for point in points if str(point.pk) == demande), None), points


def _trouver(reunion, numero):
    return get_object_or_404(reunion.convocations, pk=numero if numero.isdecimal() else 0)


def _gestes(convocation, points, rang, *, par) -> dict:
    """What one tap may mean at this item. There is no leaving before the first item, nor after the last."""
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
    """What was really the case: stays, excuse, replacement."""
    reunion = convocation.reunion
    points = list(reunion.points.inscrits())
    form = FormulairePresence(convocation, points, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _corriger(convocation, form, par=request.user)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, f"La présence de {convocation.representant} est corrigée.")
            return redirect(_retour(request, reunion))
    contexte = {
        "convocation": convocation,
        "reunion": reunion,
        "form": form,
        "retour": _retour(request, reunion),
    }
    return render(request, "concertation/seance/presence/corriger.html", contexte)


def _corriger(convocation, form, *, par):
    propres = form.cleaned_data
    presences.corriger(convocation, par=par, sejours=form.sejours)
    remplacant = propres["remplacant"] if propres["situation"] == "present" else ""
    voulue = {
        "excuse": Reponse.EXCUSE,
        "present": Reponse.REMPLACE if remplacant else Reponse.PRESENT,
        "absent": Reponse.SANS if convocation.reponse == Reponse.EXCUSE else convocation.reponse,
    }[propres["situation"]]
    if (voulue, remplacant) != (convocation.reponse, convocation.remplacant):
        courriel = convocation.remplacant_courriel if remplacant == convocation.remplacant else ""
        convocation.constater(par=par, reponse=voulue, remplacant=remplacant, remplacant_courriel=courriel)


@acces(Reunion, "pointer_reunion")
def inviter(request, reunion):
    """Who came without being called."""
    point, points = _point(request, reunion)
    form = FormulaireInvite(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        au_point = None if point in points[:1] else point
        convocation = presences.accueillir(reunion, par=request.user, au_point=au_point, **form.cleaned_data)
        messages.success(request, f"{convocation.nom} est noté dans la salle.")
        return redirect(_retour(request, reunion))
    contexte = {"reunion": reunion, "form": form, "point": point, "retour": _retour(request, reunion)}
    return render(request, "concertation/seance/presence/inviter.html", contexte)


def _retour(request, reunion) -> str:
    """The same item, open."""
    point, _ = _point(request, reunion)
    return adresse(point) if point else reverse("seance", args=[reunion.pk])
