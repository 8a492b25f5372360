"""One invitation: correct it, take it back, send its e-mail again, answer it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from concertation.commun.pages import corriger
from concertation.convocations.courriels import A_RENVOYER
from concertation.convocations.forms import FormulaireInvitation
from concertation.convocations.models import Convocation
from concertation.convocations.qui_vient import Saisie
from concertation.reunions.models import Etat
from csil.acces import acces
from csil.actes import a_remplir, appuyer, envoye
from csil.courrier.models import Envoi


@acces(Convocation, "gerer_convocation")
def modifier(request, convocation):
    """Correct name, address, partner."""
    form = FormulaireInvitation(envoye(request), instance=a_remplir(request, convocation))
    return corriger(
        request,
        form,
        convocation.corriger,
        annonce=lambda: (
            f"La convocation part à {convocation.courriel}." if form.fait else "L’invitation est enregistrée."
        ),
        suite=reverse("convocations", args=[convocation.reunion_id]),
    ) or render(
        request, "concertation/convocations/modifier.html", {"convocation": convocation, "form": form}
    )


@acces(Convocation, "gerer_convocation")
def retirer(request, convocation):
    """Take an invitation back: at once in a draft; asked for once when the person was convoked, who is then told."""
    prevenue = bool(convocation.envoyee_le) and convocation.reunion.etat == Etat.CONVOQUEE
    if request.method == "POST":
        annonce = f"{convocation.nom} n’est plus invité.{' Un courriel le lui dit.' * prevenue}"
        suite = reverse("convocations", args=[convocation.reunion_id])
        return appuyer(request, convocation.retirer, annonce=annonce, suite=suite)
    contexte = {"convocation": convocation, "prevenue": prevenue}
    return render(request, "concertation/convocations/retirer.html", contexte)


@acces(Convocation, "gerer_convocation")
@require_POST
def renvoyer(request, convocation):
    """Send again what did not arrive; which e-mail, says the button."""
    envois = Envoi.objects.visible_to(request.user).pour(convocation)
    envoi = next((e for e in envois if str(e.pk) == request.POST.get("envoi") and e.a_echoue), None)
    if envoi is None or convocation.reunion.etat not in A_RENVOYER:
        messages.info(request, "Ce courriel est déjà reparti, ou n’est plus à envoyer.")
    else:
        convocation.renvoyer(envoi, par=request.user)
        messages.success(request, f"Un courriel part de nouveau à {convocation.courriel}.")
    return redirect("convocations", convocation.reunion_id)


@acces(Convocation, "view_convocation")
def repondre(request, convocation):
    """Answer for oneself; as the Référent, note what somebody told. After the meeting the page says why not any more."""
    droits = convocation.droits_de(request.user)
    sienne = convocation.personne_id == request.user.pk
    if not sienne and "gerer_convocation" not in droits:
        raise Http404
    saisie = Saisie(convocation, envoye(request))
    if request.method == "POST" and saisie.enregistrer(par=request.user):
        messages.success(request, "Votre réponse est enregistrée." if sienne else "La réponse est notée.")
        return redirect(*([convocation] if sienne else ["convocations", convocation.reunion_id]))
    contexte = {"convocation": convocation, "saisie": saisie, "sienne": sienne}
    return render(request, "concertation/convocations/repondre.html", contexte)
