"""Somebody received an information before it was put right: they are told, once, and it is written down (R44)."""

from django.contrib import messages
from django.shortcuts import redirect

from csil.acces import acces
from informations_sensibles.commun.pages import page_d_information
from informations_sensibles.informations.forms.acte_information import FormulairePrevenu
from informations_sensibles.informations.models.rectification import ARectifier


@acces(ARectifier, "prevenir_arectifier", trace="cellule.rectification_lue")
def a_rectifier(request, suite):
    form = FormulairePrevenu(suite.information, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        suite.prevenir(par=request.user, **form.cleaned_data)
        messages.success(request, f"C’est noté : {suite.destinataire} est prévenu.")
        return redirect(suite.information)
    chapeau = PREVENIR.format(suite.destinataire, suite.par_quoi, suite.rectification.faux)
    return page_d_information(
        request, suite.information, "Prévenir un destinataire", form, chapeau, bouton="C’est fait"
    )


PREVENIR = (
    "{} a reçu cette information par {}, avant sa rectification. À prévenir par le canal de la transmission, jamais par "
    "courriel. Ce qui était faux : « {} »."
)
