from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.formulaires import verrouiller
from informations_sensibles.commun.pages import page_de_secteur
from informations_sensibles.secteurs.forms.secteur import FormulairePoint
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact
from informations_sensibles.secteurs.models.secteur import Secteur

CHAPEAU = (
    "Celui ou celle que le secteur appelle à la police. Choisissez un contact de l’annuaire ou une personne de la "
    "Cellule : ses coordonnées ne se recopient pas ici."
)


@acces(Secteur, "tenir_secteur")
def nouveau(request, secteur):
    """The one before is withdrawn in the same act."""
    form = FormulairePoint(request.POST or None, instance=PointDeContact(secteur=secteur))
    if request.method == "POST" and form.is_valid():
        form.instance.designer(par=request.user)
        messages.success(request, f"{form.instance} est le point de contact police du secteur.")
        return redirect(secteur)
    return page_de_secteur(request, secteur, "Désigner le point de contact police", form, chapeau=CHAPEAU)


@acces(PointDeContact, "tenir_secteur")
def modifier(request, point):
    fiche = verrouiller(point) if request.method == "POST" else point
    form = FormulairePoint(request.POST or None, instance=fiche)
    if request.method == "POST" and form.is_valid():
        if form.has_changed():
            form.instance.enregistrer("point_modifie", par=request.user)
        messages.success(request, form.message_reprise() or "Le point de contact est enregistré.")
        return redirect(point)
    return page_de_secteur(
        request, point.secteur, "Modifier le point de contact police", form, chapeau=CHAPEAU
    )


@acces(PointDeContact, "confirmer_point")
@require_POST
def confirmer(request, point):
    """« Toujours exact »: one click."""
    verrouiller(point).confirmer(par=request.user)
    messages.success(request, "Merci : le point de contact est confirmé à la date d’aujourd’hui.")
    return redirect(point)


@acces(PointDeContact, "retirer_point")
@require_POST
def retirer(request, point):
    verrouiller(point).retirer(par=request.user)
    messages.success(request, "Le secteur n’a plus de point de contact police : désignez-en un autre.")
    return redirect(point)
