"""Noting decisions, opinions and actions of an item: written, changed, taken back until the minutes are approved."""

from functools import partial

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from concertation.actions.actes import conclure
from concertation.actions.forms import GENRES, FormulaireRetrait
from concertation.actions.models import Action
from concertation.commun.pages import corriger
from concertation.reunions.models import Reunion
from concertation.seance.ecran import adresse
from concertation.seance.views.seance import repondre
from csil.acces import acces
from csil.actes import a_remplir, agir, envoye


@acces(Reunion, "rediger_reunion")
def nouveau(request, reunion, point, genre):
    """Note a decision, an opinion or an action."""
    point, genre = _point(reunion, point), _genre(genre)
    form = genre.formulaire(envoye(request), instance=genre.modele(point=point))
    faire = partial(conclure, point, genre.modele)
    fait = agir(request, form, faire, annonce=f"{genre.mot} : c’est noté.", suite=adresse(point))
    if fait is None:
        return _montrer(request, reunion, point, genre, form, genre.verbe)
    return repondre(request, reunion, point, "conclusions")


@acces(Reunion, "rediger_reunion")
def modifier(request, reunion, point, genre, numero):
    """Change what was concluded."""
    point, genre = _point(reunion, point), _genre(genre)
    acte = _acte(genre, point, numero)
    form = genre.formulaire(envoye(request), instance=a_remplir(request, acte))
    annonce, suite = f"{genre.mot} : c’est enregistré.", f"{adresse(point)}-conclusions"
    return corriger(request, form, acte.modifier, annonce=annonce, suite=suite) or _montrer(
        request, reunion, point, genre, form, f"Modifier {genre.le}"
    )


@acces(Reunion, "rediger_reunion")
def retirer(request, reunion, point, genre, numero):
    """Take it back, asked for once; an action is not erased: it is withdrawn, with a reason."""
    point, genre = _point(reunion, point), _genre(genre)
    acte = _acte(genre, point, numero)
    sorte = FormulaireRetrait if genre.modele is Action else forms.Form
    form = sorte(envoye(request))
    contexte = {"reunion": reunion, "point": point, "genre": genre, "acte": acte, "form": form}
    annonce, suite = f"{genre.mot} : c’est retiré.", f"{adresse(point)}-conclusions"
    return agir(request, form, acte.retirer, annonce=annonce, suite=suite) or render(
        request, "concertation/seance/acte/retirer.html", contexte | {"retour": adresse(point)}
    )


def _point(reunion, numero):
    return get_object_or_404(reunion.points.inscrits().select_related("reunion"), pk=numero)


def _genre(nom):
    if nom not in GENRES:
        raise Http404
    return GENRES[nom]


def _acte(genre, point, numero):
    return get_object_or_404(genre.modele, point=point, pk=numero)


def _montrer(request, reunion, point, genre, form, titre):
    contexte = {"reunion": reunion, "point": point, "genre": genre, "form": form, "titre": titre}
    return render(request, "concertation/seance/acte/modifier.html", contexte | {"retour": adresse(point)})
