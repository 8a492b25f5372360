"""The invitations of one meeting: who is invited, convoking, telling what changed, reminding."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from concertation.convocations.actes import reunion as actes
from concertation.convocations.annonce import prevenus
from concertation.convocations.depart import Depart
from concertation.convocations.forms import INVITER
from concertation.convocations.suivi import Suivi
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.actes import agir, appuyer, envoye


@acces(Reunion, "view_reunion")
def convocations(request, reunion):
    """Show who is invited, and what became of each invitation."""
    return _page(request, reunion)


@acces(Reunion, "inviter_reunion")
def inviter(request, reunion):
    """Invite by partner, one person with an account, or somebody without; which, says the button."""
    quoi = request.POST.get("quoi", "")
    if request.method != "POST" or quoi not in INVITER:
        return _page(request, reunion)
    form = INVITER[quoi](reunion, request.POST, auto_id=f"{quoi}_%s")
    suite = reverse("convocations", args=[reunion.pk])
    reponse = agir(request, form, partial(actes.inviter_tous, reunion), suite=suite)
    if reponse is None:
        return _page(request, reunion, {quoi: form})
    _annoncer(request, *form.fait)
    return reponse


@acces(Reunion, "convoquer_reunion")
def convoquer(request, reunion):
    """Show what convoking will do and to whom, or what is still missing; then one click."""
    form = Form(envoye(request))
    annonce = "La réunion est convoquée. Les courriels partent maintenant, un par personne."
    suite = reverse("convocations", args=[reunion.pk])
    return agir(request, form, partial(actes.convoquer, reunion), annonce=annonce, suite=suite) or render(
        request,
        "concertation/convocations/convoquer.html",
        {"reunion": reunion, "depart": Depart(reunion)},
    )


@acces(Reunion, "relancer_reunion")
@require_POST
def convoquer_ajoutes(request, reunion):
    """Convoke who was invited since the others were."""
    return appuyer(
        request,
        partial(actes.convoquer_ajoutes, reunion),
        annonce=lambda nombre: _envois(nombre, "Une convocation part.", "{} convocations partent."),
        suite=reverse("convocations", args=[reunion.pk]),
    )


@acces(Reunion, "relancer_reunion")
@require_POST
def prevenir(request, reunion):
    """Tell who was convoked what has changed since."""
    try:
        nombre = actes.prevenir(reunion, par=request.user)
    except ValidationError as erreur:
        messages.info(request, " ".join(erreur.messages))
    else:
        messages.success(request, prevenus(nombre))
    return redirect("convocations", reunion.pk)


@acces(Reunion, "relancer_reunion")
@require_POST
def relancer(request, reunion):
    """Remind who did not answer."""
    nombre = actes.relancer(reunion, par=request.user)
    if nombre:
        messages.success(
            request, _envois(nombre, "Une personne est relancée.", "{} personnes sont relancées.")
        )
    else:
        messages.info(request, "Personne à relancer : chacun a répondu, ou a déjà été relancé aujourd’hui.")
    return redirect("convocations", reunion.pk)


def _page(request, reunion, recus=None):
    """Show the invitations. `recus`: the form that did not hold, shown again with what was typed."""
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
