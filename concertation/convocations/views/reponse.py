"""The answer by the link of the e-mail: without login, for one person and one meeting."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control

from concertation.commun.jetons import LienInvalide
from concertation.convocations.jetons import empreinte, lire
from concertation.convocations.models import Convocation
from concertation.convocations.qui_vient import Saisie
from csil.acces import ouvert_a_tous
from csil.actes import envoye
from csil.identite import au_nom_de

TROP = "Cette réponse a changé bien souvent. Attendez une heure avant de la changer encore."


@ouvert_a_tous
@cache_control(no_store=True)
def repondre(request, jeton):
    """Show the answer, and take it when it is sent: scanners of mail follow links, so opening only shows. Whoever is logged in on this machine, it is the visitor who answers."""
    with au_nom_de(None):
        try:
            convocation = _convocation(jeton)
        except LienInvalide:
            raise Http404 from None
        if convocation is None or convocation.refus:
            return _montrer(request, convocation, None, status=410)
        saisie = Saisie(convocation, envoye(request), visiteur=True)
        trop = request.method == "POST" and not ratelimit.consume(
            request, action="reponse", key=str(convocation.pk)
        )
        if trop:
            saisie.envoyee.add_error(None, TROP)
        elif request.method == "POST" and saisie.enregistrer(par=None):
            messages.success(request, "Merci : votre réponse est enregistrée.")
            return redirect("repondre", jeton)
        return _montrer(request, convocation, saisie, status=429 if trop else 200)


def _convocation(jeton) -> Convocation | None:
    """Find whose answer this is; None when the invitation was withdrawn, or its address corrected. Raises LienInvalide."""
    pk, signee = lire(jeton)
    convocation = Convocation.objects.select_related("reunion").filter(pk=pk).first()
    return convocation if convocation and empreinte(convocation.courriel) == signee else None


def _montrer(request, convocation, saisie, status):
    contexte = {"convocation": convocation, "saisie": saisie}
    return render(request, "concertation/convocations/reponse/repondre.html", contexte, status=status)
