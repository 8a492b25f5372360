"""Addresses of the Cellule for the tests of the kernel, beside the application's own."""

from django import forms
from django.http import HttpResponse
from django.urls import include, path

from csil.acces import ouvert_aux_membres
from csil.comptes.groupes import CELLULE


class Note(forms.Form):
    texte = forms.CharField(widget=forms.Textarea)
    themes = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], required=False)


recues = []


@ouvert_aux_membres(CELLULE)
def essai(request):
    if request.method == "POST":
        recues.append({nom: request.POST.getlist(nom) for nom in request.POST})
        return HttpResponse(f"<title>Reçu</title>Enregistré : {request.POST['texte']}")
    return HttpResponse(
        '<title>Essai</title><form method="post"><input type="hidden" name="csrfmiddlewaretoken" '
        f'value="{request.META.get("CSRF_COOKIE", "")}"><textarea name="texte"></textarea><button>Enregistrer</button></form>'
    )


urlpatterns = [
    path("informations-sensibles/essai/", essai, name="essai-cellule"),
    path("signaler/essai/", essai, name="essai-signaler"),
    path("", include("csil.urls")),
]
