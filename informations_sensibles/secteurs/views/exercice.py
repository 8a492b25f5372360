from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.formulaires import verrouiller
from informations_sensibles.commun.pages import page_de_secteur
from informations_sensibles.secteurs.forms.secteur import FormulaireConclusion, FormulaireExercice
from informations_sensibles.secteurs.models.exercice import Exercice
from informations_sensibles.secteurs.models.secteur import Secteur

PREVOIR = "Une fois par an, un message d’essai vérifie que le point de contact police répond, et en combien de temps."


@acces(Secteur, "tenir_secteur")
def nouveau(request, secteur):
    form = FormulaireExercice(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            Exercice.planifier(par=request.user, secteur=secteur, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, "L’exercice est prévu.")
            return redirect(secteur)
    return page_de_secteur(request, secteur, "Prévoir un exercice", form, chapeau=PREVOIR, bouton="Prévoir")


@acces(Exercice, "envoyer_essai")
@require_POST
def envoyer(request, exercice):
    verrouiller(exercice).envoyer(par=request.user)
    messages.success(request, "Le message d’essai est parti : notez la réponse dès qu’elle arrive.")
    return redirect(exercice)


@acces(Exercice, "conclure_exercice")
def conclure(request, exercice):
    form = FormulaireConclusion(exercice, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            verrouiller(exercice).conclure(par=request.user, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None if "__all__" in erreur.message_dict else "repondu_le", erreur.messages)
        else:
            messages.success(request, "L’exercice est conclu.")
            return redirect(exercice)
    return page_de_secteur(request, exercice.secteur, "Conclure l’exercice", form, bouton="Conclure")
