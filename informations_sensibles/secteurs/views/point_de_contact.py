from functools import partial

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import agir, reprendre
from informations_sensibles.secteurs.forms.secteur import FormulairePoint
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact
from informations_sensibles.secteurs.models.secteur import Secteur
from informations_sensibles.secteurs.views.pages import page_de_secteur

CHAPEAU = (
    "Celui ou celle que le secteur appelle à la police. Choisissez un contact de l’annuaire ou une personne de la "
    "Cellule : ses coordonnées ne se recopient pas ici."
)


@acces(Secteur, "tenir_secteur")
def nouveau(request, secteur):
    form = FormulairePoint(request.POST or None, instance=PointDeContact(secteur=secteur))
    return agir(
        request,
        form,
        partial(PointDeContact.designer, secteur=secteur),
        annonce=lambda: f"{form.fait} est le point de contact police du secteur.",
        suite=secteur,
    ) or page_de_secteur(request, secteur, "Désigner le point de contact police", form, chapeau=CHAPEAU)


@acces(PointDeContact, "tenir_secteur")
def modifier(request, point):
    if request.method == "POST":
        reprendre(point)
    form = FormulairePoint(request.POST or None, instance=point)
    return agir(
        request,
        form,
        point.modifier,
        annonce=lambda: form.message_reprise() or "Le point de contact est enregistré.",
        suite=point,
    ) or page_de_secteur(request, point.secteur, "Modifier le point de contact police", form, chapeau=CHAPEAU)


@acces(PointDeContact, "confirmer_point")
@require_POST
def confirmer(request, point):
    point.confirmer(par=request.user)
    messages.success(request, "Merci : le point de contact est confirmé à la date d’aujourd’hui.")
    return redirect(point)


@acces(PointDeContact, "retirer_point")
@require_POST
def retirer(request, point):
    point.retirer(par=request.user)
    messages.success(request, "Le secteur n’a plus de point de contact police : désignez-en un autre.")
    return redirect(point)
