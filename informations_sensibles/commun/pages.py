"""The page of a form: where one comes from, what it is for, one button."""

from django.shortcuts import render


def page_de_formulaire(request, fil, titre, form, *, chapeau="", bouton="Enregistrer", lourd=False):
    """Show one form: `fil`, the (name, address) of the pages that one comes from; `chapeau`, what the form is for."""
    contexte = {
        "fil": fil,
        "titre": titre,
        "form": form,
        "chapeau": chapeau or fil[-1][0],
        "bouton": bouton,
        "lourd": lourd,
        "retour": fil[-1][1],
    }
    return render(request, "informations_sensibles/commun/formulaire.html", contexte)
