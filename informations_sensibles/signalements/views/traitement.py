"""What the Cellule does with a contextual report: take over, evaluate, hand over, close, review the word."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import agir, envoye, reprendre
from informations_sensibles.signalements.forms.traitement import (
    FormulaireCloture,
    FormulaireConfier,
    FormulaireEvaluation,
    FormulaireRelecture,
)
from informations_sensibles.signalements.models.signalement import SignalementContextuel
from informations_sensibles.signalements.views.pages import page_de_signalement

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
    if request.method == "POST":
        reprendre(signalement)
    form = FormulaireEvaluation(signalement.suivi, envoye(request))
    return agir(
        request,
        form,
        signalement.evaluer,
        annonce=lambda: f"L’évaluation est enregistrée : {signalement.suivi.evaluation}.",
        suite=signalement,
    ) or page_de_signalement(
        request, signalement, "Évaluer", form, EVALUER, bouton="Enregistrer l’évaluation"
    )


@acces(SignalementContextuel, "changer_proprietaire", trace=LU)
def confier(request, signalement):
    if request.method == "POST":
        reprendre(signalement)
    form = FormulaireConfier(signalement, envoye(request))
    return agir(
        request,
        form,
        signalement.changer_proprietaire,
        annonce=lambda: f"{signalement.suivi.proprietaire} en est maintenant propriétaire.",
        suite=signalement,
    ) or page_de_signalement(request, signalement, "Confier", form, CONFIER)


@acces(SignalementContextuel, "clore_signalement", trace=LU)
def clore(request, signalement):
    form = FormulaireCloture(request.user, envoye(request))
    return agir(
        request, form, signalement.clore, annonce=lambda: _clos(signalement), suite=signalement
    ) or page_de_signalement(
        request, signalement, "Clore", form, CLORE, bouton="Clore et répondre", lourd=True
    )


def _clos(signalement) -> str:
    if signalement.suivi.mot_propose:
        return "Le signalement contextuel est clos, la réponse donnée. Le Référent relit le mot avant qu’il parte."
    return "Le signalement contextuel est clos, la réponse donnée."


@acces(SignalementContextuel, "relire_mot", trace=LU)
def relire(request, signalement):
    form = FormulaireRelecture(envoye(request))
    chapeau = RELIRE.format(signalement.suivi.mot_propose, signalement.retour.phrase)
    return agir(
        request,
        form,
        signalement.relire_mot,
        annonce=lambda: (
            "Le mot est joint à la réponse."
            if form.cleaned_data["accepte"]
            else "Le mot reste dans la Cellule."
        ),
        suite=signalement,
    ) or page_de_signalement(
        request, signalement, "Relire le mot", form, chapeau, bouton="Enregistrer ma décision"
    )
