from django.shortcuts import render

from csil import accueil as page
from csil.acces import ouvert_aux_membres


@ouvert_aux_membres()
def accueil(request):
    contexte = {
        "taches": page.taches(request.user),
        "rendez_vous": page.rendez_vous(request.user),
        "nouveautes": page.nouveautes(request.user),
    }
    return render(request, "csil/accueil.html", contexte)
