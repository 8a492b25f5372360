"""A page with a form that has every guard, on a real model: for the tests of the kernel alone, before the pages of the
Cellule that use it. `pytest.mark.urls("tests.csil.garde.page_essai")` adds it to the application's addresses."""

from django import forms
from django.shortcuts import redirect, render
from django.urls import path

from csil.acces import acces
from csil.actes import reprendre
from csil.classification import FormulaireSansClassifie
from csil.classification.champs import ChampMarquageFormulaire
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from csil.urls import urlpatterns as adresses
from partenaires.annuaire.models import Offre


class FormulaireNote(FormulaireGarde, FormulaireVersionne):
    champs_gardes = ("intitule", "description")
    lecteurs = {"description": "Lu par la Cellule."}

    class Meta:
        model = Offre
        fields = ["intitule", "description", "public"]


class FormulaireSensible(FormulaireSansClassifie, FormulaireNote):
    marquage_origine = ChampMarquageFormulaire()
    piece = forms.FileField(label="Pièce jointe", required=False)


def _page(request, offre, Formulaire, titre, **options):
    fiche = reprendre(offre) if request.method == "POST" else offre
    form = Formulaire(request.POST or None, request.FILES or None, instance=fiche, **options)
    if request.method == "POST":
        offre.history.model.objects.count()  # the view had begun to work
        if form.is_valid():
            form.save()
            return redirect(offre)
    return render(request, "essai.html", {"form": form, "titre": titre})


@acces(Offre, "view_partenaire")
def note(request, offre):
    return _page(request, offre, FormulaireNote, "Écrire une note")


@acces(Offre, "view_partenaire")
def sensible(request, offre):
    contact = "contact" in request.GET
    return _page(request, offre, FormulaireSensible, "Ajouter une information", demander_marquage=not contact)


@acces(Offre, "view_partenaire")
def panne(request, offre):
    """A database error that repeats what was typed."""
    Offre.objects.create(partenaire=offre.partenaire, intitule=request.POST["intitule"] * 100)


urlpatterns = [
    path("essai/<int:pk>/note/", note),
    path("essai/<int:pk>/sensible/", sensible),
    path("essai/<int:pk>/panne/", panne),
    *adresses,
]
