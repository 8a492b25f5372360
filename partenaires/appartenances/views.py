"""The page on which the Référent says who keeps a partner's record."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render

from csil.acces import acces
from csil.actes import agir
from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.actes import donner_tenue, retirer_tenue
from partenaires.appartenances.forms import FormulaireTenue


@acces(Partenaire, "donner_tenue")
def tenue(request, partenaire):
    """Give the keeping of the record to one of the partner's people, or withdraw it."""
    tenues = partenaire.droits.tenues()
    if "retirer" in request.POST:
        if droit := {str(tenue.pk): tenue for tenue in tenues}.get(request.POST["retirer"]):
            retirer_tenue(partenaire, droit, par=request.user)
            messages.success(request, f"{droit.user} ne tient plus cette fiche.")
        return redirect("partenaire-tenue", partenaire.pk)
    form = FormulaireTenue(partenaire, request.POST or None)
    contexte = {"partenaire": partenaire, "form": form, "tenues": tenues}
    return agir(
        request,
        form,
        partial(donner_tenue, partenaire),
        annonce=lambda: f"{form.cleaned_data['personne']} tient maintenant cette fiche.",
        suite=request.path,
    ) or render(request, "partenaires/appartenances/tenue.html", contexte)
