"""How a meeting begins, and how it becomes a template."""

from functools import partial

from django.shortcuts import render

from concertation.commun.groupes import GERENT
from concertation.modeles.creation import creer_reunion
from concertation.modeles.creation import en_modele as faire_un_modele
from concertation.modeles.depart import Depart
from concertation.modeles.forms import FormulaireEnModele
from concertation.reunions.forms import FormulaireReunion
from concertation.reunions.models import Reunion
from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir


@ouvert_aux_membres(*GERENT)
def nouvelle(request):
    """Create a meeting from scratch, from a template or as a copy: what one starts from is in the address."""
    depart = Depart(request.user, request.GET)
    form = FormulaireReunion(request.POST or None, initial=depart.initial, delai=depart.delai)
    return agir(
        request,
        form,
        partial(creer_reunion, source=depart.source),
        annonce=lambda: depart.annonce(form.fait),
        suite=lambda: form.fait,
    ) or render(request, "concertation/modeles/reunion/nouvelle.html", {"depart": depart, "form": form})


@acces(Reunion, "copier_reunion")
def en_modele(request, reunion):
    """Make a template of what this meeting was, ready for the next ones."""
    form = FormulaireEnModele(reunion, request.POST or None, initial={"nom": reunion.titre})
    return agir(
        request,
        form,
        partial(faire_un_modele, reunion),
        annonce=lambda: f"Le modèle « {form.fait} » est prêt : relisez-le, puis servez-vous-en.",
        suite=lambda: form.fait,
    ) or render(request, "concertation/modeles/reunion/en_modele.html", {"reunion": reunion, "form": form})
