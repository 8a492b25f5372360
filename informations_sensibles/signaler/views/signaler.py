"""Pages of whoever reports on a person, outside the gate of the Cellule: one’s own reports only, and their answers."""

from django.core.paginator import Paginator
from django.forms import Form
from django.shortcuts import render

from csil.acces import acces, ouvert_si
from csil.actes import agir, envoye
from informations_sensibles.commun.permissions import partenaires_ouverts_pour, peut_signaler
from informations_sensibles.signaler.forms.signalement_partenaire import FormulaireSignalementPartenaire
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire

DOSSIER = "informations_sensibles/signaler"
PAR_PAGE = 25


@ouvert_si(peut_signaler)
def signaler(request):
    siens = SignalementPartenaire.objects.visible_to(request.user).filter(signalant=request.user)
    page = Paginator(siens.select_related("reponse"), PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, f"{DOSSIER}/signaler.html", {"page": page})


@ouvert_si(peut_signaler)
def nouveau(request):
    form = FormulaireSignalementPartenaire(request.user, envoye(request))
    contexte = {"form": form, "partenaire": partenaires_ouverts_pour(request.user).first()}
    return agir(
        request,
        form,
        SignalementPartenaire.signaler,
        annonce=lambda: f"Merci. C’est reçu : {form.fait}.",
        suite=lambda: form.fait.adresse_du_signalant,
    ) or render(request, f"{DOSSIER}/nouveau.html", contexte)


@acces(SignalementPartenaire, "lire_sien", si=peut_signaler, trace="cellule.signalement_partenaire_relu")
def sien(request, signalement):
    contexte = {"signalement": signalement, "droits": signalement.droits_de(request.user)}
    return render(request, f"{DOSSIER}/sien.html", contexte)


@acces(SignalementPartenaire, "retirer_sien", si=peut_signaler)
def retirer(request, signalement):
    """Ask on a page of its own, then withdraw: the Cellule reads nothing of it any more."""
    form = Form(envoye(request))
    annonce = f"{signalement} est retiré. La Cellule ne le lit plus."
    return agir(
        request, form, signalement.retirer, annonce=annonce, suite=signalement.adresse_du_signalant
    ) or render(request, f"{DOSSIER}/retirer.html", {"signalement": signalement})
