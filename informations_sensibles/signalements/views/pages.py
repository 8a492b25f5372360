"""The page of an act on a contextual report: one form, beside it what was reported."""

from django.shortcuts import render


def page_de_signalement(request, signalement, titre, form, chapeau, *, bouton="", lourd=False, lu=True):
    """Show the form with, unless `lu` is False, what was reported beside it."""
    contexte = {
        "signalement": signalement,
        "titre": titre,
        "form": form,
        "chapeau": chapeau,
        "bouton": bouton or titre,
        "lourd": lourd,
        "lu": lu,
    }
    return render(request, "informations_sensibles/signalements/acte.html", contexte)
