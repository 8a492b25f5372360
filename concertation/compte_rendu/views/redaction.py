"""The minutes of one item while they are written: saved as one types, two writers told of each other, nothing overwritten."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from concertation.compte_rendu import redaction
from concertation.compte_rendu.forms.redaction import FormulaireTexte
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.reunions.models import Reunion
from concertation.seance.ecran import adresse
from concertation.seance.views.seance import montrer
from csil.acces import acces
from csil.formulaires import verrouiller
from csil.texte.typographie import heure


@acces(Reunion, "rediger_reunion")
@require_POST
def texte(request, reunion, point):
    """By the page's script (JSON), or by its button: the same form, the same refusals."""
    point = verrouiller(get_object_or_404(reunion.points.inscrits(), pk=point))  # one writer after the other
    texte = CompteRenduPoint.objects.filter(point=point).first() or CompteRenduPoint(point=point)
    form = FormulaireTexte(request.POST, instance=texte)
    valide = form.is_valid()
    if valide:
        form.enregistrer(par=request.user)
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        redaction.signaler(point, request.user, ecrit=True)
        return _en_json(request, point, form, valide)
    if not valide:
        return montrer(request, reunion, point.pk, form=form)
    quand = f"Enregistré à {heure(texte.redige_le)}." if texte.redige_le else "Rien n’est encore écrit."
    messages.success(request, form.message_reprise() or quand)
    return redirect(adresse(point))


def _en_json(request, point, form, valide):
    if valide:
        reprise = {"repris": True} if form.repris else {}
        return JsonResponse({"etat": "enregistre", **_etat(form.instance), **reprise})
    actuel = CompteRenduPoint.objects.filter(point=point).select_related("redige_par").first()
    if form.depasse and not form.passages_de("texte"):
        return JsonResponse({"etat": "conflit", **_etat(actuel)}, status=409)
    garde = render_to_string("concertation/seance/garde.html", {"champ": form["texte"]}, request)
    return JsonResponse(
        {"etat": "refuse", "messages": form.errors.get("texte", []), "garde": garde}, status=422
    )


@acces(Reunion, "rediger_reunion")
@require_POST
def veille(request, reunion, point):
    """The page asks every few seconds: who else is here, and did somebody save since?"""
    point = get_object_or_404(reunion.points.inscrits(), pk=point)
    redaction.signaler(point, request.user, ecrit="ecrit" in request.POST)
    actuel = CompteRenduPoint.objects.filter(point=point).select_related("redige_par").first()
    etat = _etat(actuel or CompteRenduPoint(point=point))
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
