"""What the Cellule does with a contextual report: take over, evaluate, hand over, close, review the word."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.formulaires import verrouiller
from informations_sensibles.commun.pages import page_de_signalement
from informations_sensibles.signalements.forms.traitement import (
    FormulaireCloture,
    FormulaireConfier,
    FormulaireEvaluation,
    FormulaireRelecture,
)
from informations_sensibles.signalements.models.signalement import SignalementContextuel

LU = "cellule.signalement_lu"
EVALUER = "La source d’abord, puis l’information, chacune pour elle-même. L’évaluation reste dans la Cellule."
CONFIER = "Cette personne en répond à votre place, à partir de maintenant."
CLORE = (
    "C’est définitif : une issue, sa raison, et une réponse qui en dit le moins possible. La personne qui a signalé est "
    "prévenue par un courriel sans contenu ; elle lit la réponse ici."
)
RELIRE = "« {} » s’ajouterait à la réponse déjà donnée : « {} »"


@acces(SignalementContextuel, "prendre_en_charge")
@require_POST
def prendre(request, signalement):
    signalement.prendre_en_charge(par=request.user)
    messages.success(request, "Vous en êtes propriétaire : il vous revient de le clore avant l’échéance.")
    return redirect(signalement)


@acces(SignalementContextuel, "evaluer_signalement", trace=LU)
def evaluer(request, signalement):
    fiche = verrouiller(signalement) if request.method == "POST" else signalement
    form = FormulaireEvaluation(fiche.suivi, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        fiche.evaluer(par=request.user, **form.cleaned_data)
        messages.success(request, f"L’évaluation est enregistrée : {fiche.suivi.evaluation}.")
        return redirect(fiche)
    return page_de_signalement(
        request, signalement, "Évaluer", form, EVALUER, bouton="Enregistrer l’évaluation"
    )


@acces(SignalementContextuel, "changer_proprietaire", trace=LU)
def confier(request, signalement):
    fiche = verrouiller(signalement) if request.method == "POST" else signalement
    form = FormulaireConfier(fiche, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            fiche.changer_proprietaire(par=request.user, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, f"{fiche.suivi.proprietaire} en est maintenant propriétaire.")
            return redirect(fiche)
    return page_de_signalement(request, signalement, "Confier", form, CONFIER)


@acces(SignalementContextuel, "clore_signalement", trace=LU)
def clore(request, signalement):
    form = FormulaireCloture(request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            signalement.clore(par=request.user, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, _clos(signalement))
            return redirect(signalement)
    return page_de_signalement(
        request, signalement, "Clore", form, CLORE, bouton="Clore et répondre", lourd=True
    )


def _clos(signalement) -> str:
    if signalement.suivi.mot_propose:
        return "Le signalement contextuel est clos, la réponse donnée. Le Référent relit le mot avant qu’il parte."
    return "Le signalement contextuel est clos, la réponse donnée."


@acces(SignalementContextuel, "relire_mot", trace=LU)
def relire(request, signalement):
    form = FormulaireRelecture(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        signalement.relire_mot(par=request.user, **form.cleaned_data)
        accepte = form.cleaned_data["accepte"]
        messages.success(
            request, "Le mot est joint à la réponse." if accepte else "Le mot reste dans la Cellule."
        )
        return redirect(signalement)
    chapeau = RELIRE.format(signalement.suivi.mot_propose, signalement.retour.phrase)
    return page_de_signalement(
        request, signalement, "Relire le mot", form, chapeau, bouton="Enregistrer ma décision"
    )
