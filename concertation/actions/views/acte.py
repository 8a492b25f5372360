"""Decisions, opinions and actions of an item: noted, changed, taken back until the minutes are approved."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from concertation.actions import actes
from concertation.actions.forms.acte import GENRES
from concertation.actions.forms.action import FormulaireRetrait
from concertation.actions.models.action import Action
from concertation.reunions.models import Reunion
from concertation.seance.ecran import adresse
from concertation.seance.views.seance import repondre
from csil.acces import acces


@acces(Reunion, "rediger_reunion")
def nouveau(request, reunion, point, genre):
    point, genre = _point(reunion, point), _genre(genre)
    form = genre.formulaire(
        request.POST if request.method == "POST" else None, instance=genre.modele(point=point)
    )
    if request.method == "POST" and form.is_valid():
        actes.enregistrer(form.save(commit=False), par=request.user)
        messages.success(request, f"{genre.mot} : c’est noté.")
        return repondre(request, reunion, point, "conclusions")
    return _montrer(request, reunion, point, genre, form, genre.verbe)


@acces(Reunion, "rediger_reunion")
def modifier(request, reunion, point, genre, numero):
    point, genre = _point(reunion, point), _genre(genre)
    acte = _acte(genre, point, numero, verrou=request.method == "POST")
    form = genre.formulaire(request.POST if request.method == "POST" else None, instance=acte)
    if request.method == "POST" and form.is_valid():
        if form.has_changed():
            actes.enregistrer(form.save(commit=False), par=request.user)
        messages.success(request, form.message_reprise() or f"{genre.mot} : c’est enregistré.")
        return redirect(f"{adresse(point)}-conclusions")
    return _montrer(request, reunion, point, genre, form, f"Modifier {genre.le}")


@acces(Reunion, "rediger_reunion")
def retirer(request, reunion, point, genre, numero):
    """Asked for once; an action is not erased: it is withdrawn, with a reason."""
    point, genre = _point(reunion, point), _genre(genre)
    acte = _acte(genre, point, numero, verrou=request.method == "POST")
    sorte = FormulaireRetrait if genre.modele is Action else forms.Form
    form = sorte(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actes.retirer(acte, par=request.user, motif=form.cleaned_data.get("motif", ""))
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, f"{genre.mot} : c’est retiré.")
            return redirect(f"{adresse(point)}-conclusions")
    contexte = {"reunion": reunion, "point": point, "genre": genre, "acte": acte, "form": form}
    return render(request, "concertation/actions/acte/retirer.html", contexte | {"retour": adresse(point)})


def _point(reunion, numero):
    return get_object_or_404(reunion.points.inscrits().select_related("reunion"), pk=numero)


def _genre(nom):
    if nom not in GENRES:
        raise Http404
    return GENRES[nom]


def _acte(genre, point, numero, verrou):
    actes_du_point = genre.modele.objects.filter(point=point)
    if verrou:
        actes_du_point = actes_du_point.select_for_update(of=("self",))
    return get_object_or_404(actes_du_point, pk=numero)


def _montrer(request, reunion, point, genre, form, titre):
    contexte = {"reunion": reunion, "point": point, "genre": genre, "form": form, "titre": titre}
    return render(request, "concertation/actions/acte/modifier.html", contexte | {"retour": adresse(point)})
