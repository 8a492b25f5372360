"""Pages of corrections to minutes that circulate, and what is added once they are locked."""

from django.shortcuts import render

from concertation.compte_rendu.forms import (
    FormulaireAddendum,
    FormulaireAmendement,
    FormulaireCorrection,
    FormulaireReponseAmendement,
)
from concertation.compte_rendu.lecture import texte_de
from concertation.compte_rendu.models import Amendement
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.actes import agir, envoye, reprendre


@acces(Reunion, "amender_reunion")
def nouveau(request, reunion):
    """Ask for a correction, having been present: on one item, or in general."""
    form = FormulaireAmendement(
        reunion,
        envoye(request),
        initial={"point": request.GET.get("point")},
    )
    annonce = "Votre demande est transmise au Référent. Vous lirez sa réponse ici."
    compte_rendu = reunion.compte_rendu
    return agir(request, form, compte_rendu.demander, annonce=annonce, suite=compte_rendu) or render(
        request, "concertation/compte_rendu/amendement/nouveau.html", {"reunion": reunion, "form": form}
    )


@acces(Amendement, "trancher_amendement")
def trancher(request, amendement):
    """Accept or refuse with a word, and correct the text of the item in the same act."""
    donnees, point = envoye(request), amendement.point
    if donnees is not None and point:
        reprendre(point)  # one writer after the other
    correction = FormulaireCorrection(donnees, instance=texte_de(point)) if point else None
    form = FormulaireReponseAmendement(donnees, correction=correction)
    contexte = {
        "amendement": amendement,
        "reunion": amendement.compte_rendu.reunion,
        "form": form,
        "correction": correction,
        "formulaires": [form, *([correction] if correction else [])],
    }
    return agir(
        request,
        form,
        amendement.trancher,
        annonce=lambda: "La correction est acceptée." if form.accepte else "La correction est refusée.",
        suite=amendement.compte_rendu,
    ) or render(request, "concertation/compte_rendu/amendement/trancher.html", contexte)


@acces(Reunion, "completer_reunion")
def addendum_nouveau(request, reunion):
    """Complete locked minutes: dated, signed, under a text that does not change any more (R55)."""
    form = FormulaireAddendum(envoye(request))
    compte_rendu, annonce = reunion.compte_rendu, "L’addendum est ajouté sous le compte rendu."
    return agir(request, form, compte_rendu.completer, annonce=annonce, suite=compte_rendu) or render(
        request, "concertation/compte_rendu/amendement/addendum.html", {"reunion": reunion, "form": form}
    )
