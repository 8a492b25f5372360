"""One invitation: correct it, take it back, send its e-mail again, answer it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from concertation.convocations import courriels
from concertation.convocations.forms import FormulaireInvitation
from concertation.convocations.models import Convocation
from concertation.convocations.qui_vient import Saisie
from concertation.reunions.models import Etat
from csil.acces import acces
from csil.courrier.models import Envoi
from csil.formulaires import verrouiller


@acces(Convocation, "gerer_convocation")
def modifier(request, convocation):
    fiche = verrouiller(convocation) if request.method == "POST" else convocation
    form = FormulaireInvitation(request.POST or None, instance=fiche)
    if request.method == "POST" and form.is_valid():
        form.save()
        repart = fiche.corrigee(par=request.user, adresse=fiche.courriel != convocation.courriel)
        annonce = f"La convocation part à {fiche.courriel}." if repart else "L’invitation est enregistrée."
        messages.success(request, form.message_reprise() or annonce)
        return redirect("convocations", convocation.reunion_id)
    contexte = {"convocation": convocation, "form": form}
    return render(request, "concertation/convocations/modifier.html", contexte)


@acces(Convocation, "gerer_convocation")
def retirer(request, convocation):
    """At once in a draft; asked for once when the person was convoked, who is then told."""
    prevenue = bool(convocation.envoyee_le) and convocation.reunion.etat == Etat.CONVOQUEE
    if request.method == "POST":
        try:
            convocation.retirer(par=request.user)
        except ValidationError as erreur:
            messages.error(request, " ".join(erreur.messages))
        else:
            suite = " Un courriel le lui dit." if prevenue else ""
            messages.success(request, f"{convocation.nom} n’est plus invité.{suite}")
        return redirect("convocations", convocation.reunion_id)
    contexte = {"convocation": convocation, "prevenue": prevenue}
    return render(request, "concertation/convocations/retirer.html", contexte)


@acces(Convocation, "gerer_convocation")
@require_POST
def renvoyer(request, convocation):
    """Again what did not arrive; which e-mail, says the button."""
    envois = Envoi.objects.visible_to(request.user).pour(convocation)
    envoi = next((e for e in envois if str(e.pk) == request.POST.get("envoi") and e.a_echoue), None)
    if envoi is None or convocation.reunion.etat not in courriels.A_RENVOYER:
        messages.info(request, "Ce courriel est déjà reparti, ou n’est plus à envoyer.")
    else:
        courriels.renvoyer(convocation, envoi, par=request.user)
        messages.success(request, f"Un courriel part de nouveau à {convocation.courriel}.")
    return redirect("convocations", convocation.reunion_id)


@acces(Convocation, "view_convocation")
def repondre(request, convocation):
    """One's own answer; by the Référent, what somebody told them. After the meeting the page says why not any more."""
    droits = convocation.droits_de(request.user)
    sienne = convocation.personne_id == request.user.pk
    if not sienne and "gerer_convocation" not in droits:
        raise Http404
    saisie = Saisie(convocation, request.POST if request.method == "POST" else None)
    if request.method == "POST" and saisie.enregistrer(par=request.user):
        messages.success(request, "Votre réponse est enregistrée." if sienne else "La réponse est notée.")
        return redirect(*([convocation] if sienne else ["convocations", convocation.reunion_id]))
    contexte = {"convocation": convocation, "saisie": saisie, "sienne": sienne}
    return render(request, "concertation/convocations/repondre.html", contexte)
