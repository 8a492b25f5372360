"""The pages of what was put away because it may be classified: for the security officer, who decides without reading it here."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from csil.acces import Requete, acces, ouvert_aux_membres
from csil.quarantaine.accueil import est_officier
from csil.quarantaine.models import Quarantaine


@ouvert_aux_membres()
def quarantaines(request: Requete) -> HttpResponse:
    """List what was put away, for the security officer."""
    if not est_officier(request.user):
        raise Http404
    lignes = Quarantaine.objects.visible_to(request.user).select_related("par").prefetch_related("decisions")
    return render(request, "csil/quarantaine/quarantaines.html", {"quarantaines": lignes})


@acces(Quarantaine, "view_quarantaine")
def quarantaine(request: Requete, quarantaine: Quarantaine) -> HttpResponse:
    """Show one quarantine and its decisions, never what it hides."""
    contexte = {
        "quarantaine": quarantaine,
        "decisions": quarantaine.decisions.select_related("par"),
        "droits": quarantaine.droits_de(request.user),
        "officier": est_officier(request.user),
    }
    return render(request, "csil/quarantaine/quarantaine.html", contexte)


@acces(Quarantaine, "purger_quarantaine")
@require_POST
def purger(request: Requete, quarantaine: Quarantaine) -> HttpResponse:
    """Give one's voice for erasing the content."""
    quarantaine.decider_purge(par=request.user)
    messages.success(request, "Votre décision est notée ; il en faut deux, de deux personnes, pour effacer.")
    return redirect(quarantaine)


@acces(Quarantaine, "lever_quarantaine")
@require_POST
def lever(request: Requete, quarantaine: Quarantaine) -> HttpResponse:
    """Make the content visible again."""
    quarantaine.lever(par=request.user)
    messages.success(request, "Le contenu est de nouveau visible par ceux qui y avaient accès.")
    return redirect(quarantaine)
