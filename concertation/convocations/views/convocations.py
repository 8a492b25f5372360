"""The invitations of one meeting: who is invited, convoking, telling what changed, reminding; its calendar file."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from concertation.agenda import calendrier
from concertation.convocations import nouvelles, rappels
from concertation.convocations.envois import Depart
from concertation.convocations.forms import INVITER
from concertation.convocations.invitations import inviter as inviter_tous
from concertation.convocations.suivi import Suivi
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.formulaires import verrouiller


@acces(Reunion, "view_reunion")
def convocations(request, reunion):
    return _page(request, reunion)


@acces(Reunion, "inviter_reunion")
def inviter(request, reunion):
    """By partner, one person with an account, or somebody without; which, says the button."""
    quoi = request.POST.get("quoi", "")
    if request.method != "POST" or quoi not in INVITER:
        return _page(request, reunion)
    form = INVITER[quoi](reunion, request.POST, auto_id=f"{quoi}_%s")
    if not form.is_valid():
        return _page(request, reunion, {quoi: form})
    ajoutees, deja = inviter_tous(reunion, form.invites(), par=request.user)
    _annoncer(request, ajoutees, deja)
    return redirect("convocations", reunion.pk)


@acces(Reunion, "convoquer_reunion")
def convoquer(request, reunion):
    """What will happen and to whom, or what is still missing; then one click."""
    if request.method == "POST":
        try:
            verrouiller(reunion).convoquer(par=request.user)
        except ValidationError as erreur:
            for phrase in erreur.messages:
                messages.error(request, phrase)
        else:
            messages.success(
                request, "La réunion est convoquée. Les courriels partent maintenant, un par personne."
            )
            return redirect("convocations", reunion.pk)
    return render(
        request, "concertation/convocations/convoquer.html", {"reunion": reunion, "depart": Depart(reunion)}
    )


@acces(Reunion, "relancer_reunion")
@require_POST
def convoquer_ajoutes(request, reunion):
    nombre = nouvelles.convoquer_ajoutes(verrouiller(reunion), par=request.user)
    messages.success(request, _envois(nombre, "Une convocation part.", "{} convocations partent."))
    return redirect("convocations", reunion.pk)


@acces(Reunion, "relancer_reunion")
@require_POST
def prevenir(request, reunion):
    try:
        nombre = nouvelles.prevenir(verrouiller(reunion), par=request.user)
    except ValidationError as erreur:
        messages.info(request, " ".join(erreur.messages))
    else:
        messages.success(request, nouvelles.annonce(nombre))
    return redirect("convocations", reunion.pk)


@acces(Reunion, "relancer_reunion")
@require_POST
def relancer(request, reunion):
    nombre = rappels.relancer(verrouiller(reunion), par=request.user)
    if nombre:
        messages.success(
            request, _envois(nombre, "Une personne est relancée.", "{} personnes sont relancées.")
        )
    else:
        messages.info(request, "Personne à relancer : chacun a répondu, ou a déjà été relancé aujourd’hui.")
    return redirect("convocations", reunion.pk)


@acces(Reunion, "view_reunion")
@cache_control(no_store=True)
def reunion_ics(request, reunion):
    entetes = {"Content-Disposition": f'attachment; filename="{calendrier.FICHIER}"'}
    return HttpResponse(
        calendrier.en_ics(reunion), content_type="text/calendar; charset=utf-8", headers=entetes
    )


def _page(request, reunion, recus=None):
    """`recus`: the form that did not hold, shown again with what was typed."""
    droits = reunion.droits_de(request.user)
    recus = recus or {}
    formulaires = {}
    if "inviter_reunion" in droits:
        for quoi, formulaire in INVITER.items():
            formulaires[quoi] = recus.get(quoi) or formulaire(reunion, auto_id=f"{quoi}_%s")
    contexte = {
        "reunion": reunion,
        "droits": droits,
        "suivi": Suivi(reunion, request.user, droits),
        "formulaires": formulaires,
        "recus": list(recus.values()),
    }
    return render(request, "concertation/convocations/convocations.html", contexte)


def _annoncer(request, ajoutees, deja):
    if ajoutees:
        phrase = _envois(len(ajoutees), f"{ajoutees[0]} est invité.", "{} personnes sont invitées.")
        messages.success(
            request,
            phrase + _envois(deja, " Une autre l’était déjà.", " {} autres l’étaient déjà.") * bool(deja),
        )
    elif deja:
        messages.info(request, "Toutes ces personnes sont déjà invitées.")
    else:
        messages.warning(
            request,
            "Personne à inviter : ni compte, ni contact avec un courriel. Ajoutez quelqu’un ci-dessous.",
        )


def _envois(nombre, un, plusieurs) -> str:
    return un if nombre == 1 else plusieurs.format(nombre)
