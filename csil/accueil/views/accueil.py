from django.http import HttpResponse
from django.shortcuts import render

from csil.acces import Requete, ouvert_aux_membres
from csil.accueil import registre as page


@ouvert_aux_membres()
def accueil(request: Requete) -> HttpResponse:
    """Show what waits for this person, what comes next and what is new."""
    contexte = {
        "taches": page.taches(request.user),
        "rendez_vous": page.rendez_vous(request.user),
        "nouveautes": page.nouveautes(request.user),
    }
    return render(request, "csil/accueil/accueil.html", contexte)
