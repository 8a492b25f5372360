"""The page of an act on an information: what it says, one form, one button."""

from django.shortcuts import render

from informations_sensibles.informations.models.information import Information

PAGES = "informations_sensibles/informations"
LUE = "cellule.information_lue"


def page_d_information(request, information, titre, form, chapeau, *, bouton="", lourd=False, lu=True):
    """Show the form; beside it, what the information says, unless `lu` is False."""
    contexte = {
        "information": information,
        "titre": titre,
        "form": form,
        "chapeau": chapeau,
        "bouton": bouton or titre,
        "lourd": lourd,
        "lu": lu,
    }
    return render(request, f"{PAGES}/acte.html", contexte)


def encore_lue(request, information):
    """Send who acted back to the record if they still read it, else to the list."""
    lisibles = Information.objects.visible_to(request.user).filter(pk=information.pk)
    return lambda: information if lisibles.exists() else "informations"
