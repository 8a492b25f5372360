"""Opening a meeting: what is missing before it, then one click."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render

from concertation.reunions.models import Reunion
from concertation.reunions.suite import avec_adresses
from csil.acces import acces


@acces(Reunion, "tenir_reunion")
def tenir(request, reunion):
    """Open the meeting, which closes the proposals for good: asked for once. A past meeting is entered this way too."""
    if request.method == "POST":
        annonce = "La séance est ouverte : notez qui est là, puis écrivez point par point."
        return passer(request, reunion, reunion.tenir, annonce)
    contexte = {"reunion": reunion, "manques": avec_adresses(reunion, reunion.manques("tenir"))}
    return render(request, "concertation/reunions/tenir.html", contexte)


def passer(request, reunion, faire, annonce):
    """Do an act that asks for nothing; what is missing is said on the meeting's page, instead of a refusal."""
    try:
        faire(par=request.user)
    except ValidationError as erreur:
        for phrase in erreur.messages:
            messages.error(request, phrase)
    else:
        messages.success(request, annonce)
    return redirect(reunion)
