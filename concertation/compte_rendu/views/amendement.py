"""Corrections of minutes that circulate, and what is added once they are locked."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect, render

from concertation.compte_rendu.forms.compte_rendu import (
    FormulaireAddendum,
    FormulaireAmendement,
    FormulaireCorrection,
    FormulaireReponseAmendement,
)
from concertation.compte_rendu.models import Addendum, Amendement, CompteRenduPoint
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.formulaires import verrouiller


@acces(Reunion, "amender_reunion")
def nouveau(request, reunion):
    """By those who were present: on one item, or in general."""
    form = FormulaireAmendement(
        reunion,
        request.POST if request.method == "POST" else None,
        initial={"point": request.GET.get("point")},
    )
    if request.method == "POST" and form.is_valid():
        Amendement.demander(par=request.user, compte_rendu=reunion.compte_rendu, **form.cleaned_data)
        messages.success(request, "Votre demande est transmise au Référent. Vous lirez sa réponse ici.")
        return redirect(reunion.compte_rendu)
    return render(
        request, "concertation/compte_rendu/amendement/nouveau.html", {"reunion": reunion, "form": form}
    )


@acces(Amendement, "trancher_amendement")
def trancher(request, amendement):
    """Accepted or refused with a word, and the text of the item corrected in the same act."""
    envoye = request.POST if request.method == "POST" else None
    point = amendement.point and (verrouiller(amendement.point) if envoye else amendement.point)
    form = FormulaireReponseAmendement(envoye)
    correction = FormulaireCorrection(envoye, instance=_texte_de(point)) if point else None
    if envoye and form.is_valid() and _trancher(request, amendement, form, correction):
        return redirect(amendement.compte_rendu)
    contexte = {
        "amendement": amendement,
        "reunion": amendement.compte_rendu.reunion,
        "form": form,
        "correction": correction,
        "formulaires": [form, *([correction] if correction else [])],
    }
    return render(request, "concertation/compte_rendu/amendement/trancher.html", contexte)


def _texte_de(point):
    return CompteRenduPoint.objects.filter(point=point).first() or CompteRenduPoint(point=point)


@transaction.atomic
def _trancher(request, amendement, form, correction) -> bool:
    accepte = form.cleaned_data["decision"] == "accepter"
    if accepte and correction and not correction.is_valid():
        return False
    try:
        verrouiller(amendement).trancher(
            par=request.user, accepte=accepte, reponse=form.cleaned_data["reponse"]
        )
    except ValidationError as erreur:
        form.add_error(None, erreur.messages)
        return False
    if accepte and correction:
        correction.enregistrer(par=request.user)
    messages.success(request, "La correction est acceptée." if accepte else "La correction est refusée.")
    return True


@acces(Reunion, "completer_reunion")
def addendum_nouveau(request, reunion):
    """Once locked: dated, signed, under a text that does not change any more (R55)."""
    form = FormulaireAddendum(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        Addendum.ajouter(par=request.user, compte_rendu=reunion.compte_rendu, **form.cleaned_data)
        messages.success(request, "L’addendum est ajouté sous le compte rendu.")
        return redirect(reunion.compte_rendu)
    return render(
        request, "concertation/compte_rendu/amendement/addendum.html", {"reunion": reunion, "form": form}
    )
