"""The page of one meeting, and its history."""

from django.shortcuts import render

from concertation.accueil.historique import sources
from concertation.convocations.qui_vient import qui_vient
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.ordre_du_jour.points import vos_points
from concertation.reunions.models import Reunion
from concertation.reunions.suite import Suite
from csil.acces import acces
from csil.historique import page_historique


@acces(Reunion, "view_reunion")
def reunion(request, reunion):
    """Show the meeting: what comes next, its agenda, who comes, one's own items."""
    droits = reunion.droits_de(request.user)
    contexte = {
        "reunion": reunion,
        "droits": droits,
        "suite": Suite(reunion, droits),
        "ordre_du_jour": OrdreDuJour(reunion),
        "vos_points": vos_points(reunion, request.user),
        "qui_vient": qui_vient(reunion, request.user, droits),
    }
    return render(request, "concertation/accueil/reunion.html", contexte)


@acces(Reunion, "view_reunion")
def historique(request, reunion):
    """Tell the history of the meeting and of its parts."""
    page = page_historique(sources(reunion), request.GET.get("page"))
    return render(request, "concertation/accueil/historique.html", {"reunion": reunion, "page": page})
