"""The Cellule's own first page."""

from django.shortcuts import render

from csil.acces import ouvert_aux_membres
from csil.accueil import taches
from informations_sensibles.models import Secteur
from informations_sensibles.permissions import MEMBRES


@ouvert_aux_membres(*MEMBRES)
def cellule(request):
    """What waits in the Cellule, and which sectors cannot be counted on."""
    contexte = {
        "taches": [tache for tache in taches(request.user) if tache.lieu == "cellule"],
        "secteurs": Secteur.objects.visible_to(request.user).complets(),
    }
    return render(request, "informations_sensibles/cellule.html", contexte)
