from functools import partial

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import agir
from informations_sensibles.secteurs.forms.secteur import FormulaireConclusion, FormulaireExercice
from informations_sensibles.secteurs.models.exercice import Exercice
from informations_sensibles.secteurs.models.secteur import Secteur
from informations_sensibles.secteurs.views.pages import page_de_secteur

PREVOIR = "Une fois par an, un message d’essai vérifie que le point de contact police répond, et en combien de temps."


@acces(Secteur, "tenir_secteur")
def nouveau(request, secteur):
    form = FormulaireExercice(request.POST or None)
    return agir(
        request,
        form,
        partial(Exercice.planifier, secteur=secteur),
        annonce="L’exercice est prévu.",
        suite=secteur,
    ) or page_de_secteur(request, secteur, "Prévoir un exercice", form, chapeau=PREVOIR, bouton="Prévoir")


@acces(Exercice, "envoyer_essai")
@require_POST
def envoyer(request, exercice):
    exercice.envoyer(par=request.user)
    messages.success(request, "Le message d’essai est parti : notez la réponse dès qu’elle arrive.")
    return redirect(exercice)


@acces(Exercice, "conclure_exercice")
def conclure(request, exercice):
    form = FormulaireConclusion(exercice, request.POST or None)
    return agir(
        request, form, exercice.conclure, annonce="L’exercice est conclu.", suite=exercice
    ) or page_de_secteur(request, exercice.secteur, "Conclure l’exercice", form, bouton="Conclure")
