"""One meeting."""

from django.shortcuts import render

from concertation.models import Reunion
from concertation.ordre_du_jour import OrdreDuJour
from csil.acces import acces


@acces(Reunion, "view_reunion")
def reunion(request, reunion):
    droits = reunion.droits_de(request.user)
    contexte = {"reunion": reunion, "droits": droits, "ordre_du_jour": OrdreDuJour(reunion)}
    return render(request, "concertation/reunion/reunion.html", contexte)
