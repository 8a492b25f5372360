"""Writing the minutes of one item: saved as one types, two writers told of each other, nothing overwritten."""

from functools import partial

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from concertation.commun.pages import corriger
from concertation.compte_rendu.actes import rediger
from concertation.compte_rendu.lecture import texte_de
from concertation.reunions.models import Reunion
from concertation.seance import redaction
from concertation.seance.ecran import adresse
from concertation.seance.forms import FormulaireTexte
from concertation.seance.views.seance import montrer
from csil.acces import acces
from csil.actes import agir, reprendre
from csil.texte.typographie import heure


@acces(Reunion, "rediger_reunion")
@require_POST
def texte(request, reunion, point):
    """Save what was typed, asked by the page's script (JSON) or by its button: the same form, the same refusals."""
    point = reprendre(get_object_or_404(reunion.points.inscrits(), pk=point))  # one writer after the other
    form = FormulaireTexte(request.POST, instance=texte_de(point))
    faire, suite = partial(rediger, point), adresse(point)
    if request.get_preferred_type(["text/html", "application/json"]) == "text/html":
        annonce = partial(_dire, point)
        return corriger(request, form, faire, annonce=annonce, suite=suite) or montrer(
            request, reunion, point.pk, form=form
        )
    redaction.signaler(point, request.user, ecrit=True)
    fait = agir(request, form, lambda **dits: form.has_changed() and faire(**dits), suite=suite)
    return _en_json(request, point, form, fait is not None)


def _dire(point) -> str:
    quand = texte_de(point).redige_le
    return f"Enregistré à {heure(quand)}." if quand else "Rien n’est encore écrit."


def _en_json(request, point, form, valide):
    if valide:
        reprise = {"repris": True} if form.repris else {}
        return JsonResponse({"etat": "enregistre", **_etat(texte_de(point)), **reprise})
    if form.depasse and not form.passages_de("texte"):
        return JsonResponse({"etat": "conflit", **_etat(texte_de(point))}, status=409)
    garde = render_to_string("concertation/seance/garde.html", {"champ": form["texte"]}, request)
    return JsonResponse(
        {"etat": "refuse", "messages": form.errors.get("texte", []), "garde": garde}, status=422
    )


@acces(Reunion, "rediger_reunion")
@require_POST
def veille(request, reunion, point):
    """Tell the page, which asks every few seconds, who else is here and whether somebody saved since."""
    point = get_object_or_404(reunion.points.inscrits(), pk=point)
    redaction.signaler(point, request.user, ecrit="ecrit" in request.POST)
    etat = _etat(texte_de(point))
    if request.POST.get("version") == str(etat["version"]):
        del etat["texte"]
    return JsonResponse({"autres": redaction.autres(point, request.user), **etat})


def _etat(texte) -> dict:
    return {
        "version": texte.version,
        "texte": texte.texte,
        "qui": str(texte.redige_par or ""),
        "quand": heure(texte.redige_le),
    }
