from django.shortcuts import render

from csil.acces import ouvert_aux_membres
from csil.accueil import registre as page


@ouvert_aux_membres()
def accueil(request):
    contexte = {
        "taches": page.taches(request.user),
        "rendez_vous": page.rendez_vous(request.user),
        "nouveautes": page.nouveautes(request.user),
    }
    return render(request, "csil/accueil/accueil.html", contexte)
