"""Opening a meeting: what is missing before it, then one click."""

from django.shortcuts import render

from concertation.reunions.models import Reunion
from concertation.reunions.suite import avec_adresses
from csil.acces import acces
from csil.actes import appuyer


@acces(Reunion, "tenir_reunion")
def tenir(request, reunion):
    """Open the meeting, which closes the proposals for good: asked for once. A past meeting is entered this way too."""
    if request.method == "POST":
        annonce = "La séance est ouverte : notez qui est là, puis écrivez point par point."
        return appuyer(request, reunion.tenir, annonce=annonce, suite=reunion)
    contexte = {"reunion": reunion, "manques": avec_adresses(reunion, reunion.manques("tenir"))}
    return render(request, "concertation/reunions/tenir.html", contexte)
