from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from informations_sensibles.commun.pages import page_de_secteur
from informations_sensibles.secteurs.forms.secteur import FormulaireCorrespondant
from informations_sensibles.secteurs.models.correspondant import CorrespondantSecteur
from informations_sensibles.secteurs.models.secteur import Secteur

CHAPEAU = (
    "Cette personne lira le processus du secteur et y fera des signalements contextuels. Un administrateur met d’abord "
    "son compte dans le groupe « Points de contact sectoriels »."
)


@acces(Secteur, "tenir_secteur")
def nouveau(request, secteur):
    form = FormulaireCorrespondant(secteur, request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            designe = CorrespondantSecteur.designer(par=request.user, secteur=secteur, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, f"{designe.personne} répond maintenant pour ce secteur.")
            return redirect(secteur)
    return page_de_secteur(
        request, secteur, "Désigner une personne du secteur", form, chapeau=CHAPEAU, bouton="Désigner"
    )


@acces(CorrespondantSecteur, "terminer_correspondance")
@require_POST
def terminer(request, correspondant):
    correspondant.terminer(par=request.user)
    messages.success(request, f"{correspondant.personne} ne répond plus pour ce secteur.")
    return redirect(correspondant)
