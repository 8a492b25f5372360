"""The page of an act on a dossier: where one comes from, what it is for, one button."""

from django.shortcuts import render

PAGES = "informations_sensibles/dossiers"
LU = "cellule.dossier_lu"


def page_de_dossier(request, dossier, titre, form, chapeau, *, bouton="", lourd=False, lu=False, retour=""):
    """Show the form; `lu`: beside it, the test that is weighed."""
    contexte = {
        "dossier": dossier,
        "titre": titre,
        "form": form,
        "chapeau": chapeau,
        "bouton": bouton or titre,
        "lourd": lourd,
        "lu": lu,
        "retour": retour or dossier.get_absolute_url(),
    }
    return render(request, f"{PAGES}/acte.html", contexte)
