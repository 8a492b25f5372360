from functools import partial

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import agir
from informations_sensibles.secteurs.forms.secteur import FormulaireCorrespondant
from informations_sensibles.secteurs.models.correspondant import CorrespondantSecteur
from informations_sensibles.secteurs.models.secteur import Secteur
from informations_sensibles.secteurs.views.pages import page_de_secteur

CHAPEAU = (
    "Cette personne lira le processus du secteur et y fera des signalements contextuels. Un administrateur met d’abord "
    "son compte dans le groupe « Points de contact sectoriels »."
)


@acces(Secteur, "tenir_secteur")
def nouveau(request, secteur):
    form = FormulaireCorrespondant(secteur, request.user, request.POST or None)
    return agir(
        request,
        form,
        partial(CorrespondantSecteur.designer, secteur=secteur),
        annonce=lambda: f"{form.fait.personne} répond maintenant pour ce secteur.",
        suite=secteur,
    ) or page_de_secteur(
        request, secteur, "Désigner une personne du secteur", form, chapeau=CHAPEAU, bouton="Désigner"
    )


@acces(CorrespondantSecteur, "terminer_correspondance")
@require_POST
def terminer(request, correspondant):
    correspondant.terminer(par=request.user)
    messages.success(request, f"{correspondant.personne} ne répond plus pour ce secteur.")
    return redirect(correspondant)
