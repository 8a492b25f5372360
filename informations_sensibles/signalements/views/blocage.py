"""Keeping somebody away from a report, for a conflict of interest."""

from django.contrib import messages
from django.shortcuts import redirect, render

from csil.acces import acces
from csil.actes import agir, envoye
from informations_sensibles.signalements.forms.traitement import FormulaireBlocage
from informations_sensibles.signalements.models.blocage import Blocage
from informations_sensibles.signalements.models.signalement import SignalementContextuel
from informations_sensibles.signalements.views.pages import page_de_signalement

ECARTER = (
    "Dès la page suivante, ce signalement contextuel n’existe plus pour cette personne, quel que soit son rôle. Les "
    "membres de la Cellule voient qu’elle est tenue à l’écart ; les autorités seules lisent pourquoi. Vous pouvez vous "
    "tenir vous-même à l’écart."
)


@acces(SignalementContextuel, "bloquer_signalement", trace="cellule.signalement_lu")
def nouveau(request, signalement):
    form = FormulaireBlocage(signalement, envoye(request))
    return agir(
        request,
        form,
        signalement.ecarter,
        annonce=lambda: f"{form.fait.personne} est maintenant à l’écart de {signalement}.",
        suite=lambda: "signalements" if form.fait.personne == request.user else signalement,
    ) or page_de_signalement(
        request, signalement, "Tenir à l’écart", form, ECARTER, bouton="Tenir à l’écart", lourd=True
    )


@acces(Blocage, "lever_blocage")
def lever(request, blocage):
    """Open the report again to somebody: asked for on a page of its own."""
    if request.method == "POST":
        blocage.lever(par=request.user)
        messages.success(request, f"{blocage.personne} peut de nouveau lire ce signalement contextuel.")
        return redirect(blocage)
    return render(request, "informations_sensibles/signalements/blocage/lever.html", {"blocage": blocage})
