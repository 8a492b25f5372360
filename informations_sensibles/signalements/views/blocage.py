"""Keeping somebody away from a report, for a conflict of interest."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render

from csil.acces import acces
from csil.formulaires import verrouiller
from informations_sensibles.commun.pages import page_de_signalement
from informations_sensibles.signalements.forms.traitement import FormulaireBlocage
from informations_sensibles.signalements.models.blocage import Blocage
from informations_sensibles.signalements.models.signalement import SignalementContextuel

ECARTER = (
    "Dès la page suivante, ce signalement contextuel n’existe plus pour cette personne, quel que soit son rôle. Les "
    "membres de la Cellule voient qu’elle est tenue à l’écart ; les autorités seules lisent pourquoi. Vous pouvez vous "
    "tenir vous-même à l’écart."
)


@acces(SignalementContextuel, "bloquer_signalement", trace="cellule.signalement_lu")
def nouveau(request, signalement):
    form = FormulaireBlocage(signalement, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            blocage = Blocage.decider(par=request.user, signalement=signalement, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, f"{blocage.personne} est maintenant à l’écart de {signalement}.")
            soi = blocage.personne == request.user
            return redirect("signalements") if soi else redirect(signalement)
    return page_de_signalement(
        request, signalement, "Tenir à l’écart", form, ECARTER, bouton="Tenir à l’écart", lourd=True
    )


@acces(Blocage, "lever_blocage")
def lever(request, blocage):
    """Opens the report again to somebody: asked for on a page of its own."""
    if request.method == "POST":
        verrouiller(blocage).lever(par=request.user)
        messages.success(request, f"{blocage.personne} peut de nouveau lire ce signalement contextuel.")
        return redirect(blocage)
    return render(request, "informations_sensibles/signalements/blocage/lever.html", {"blocage": blocage})
