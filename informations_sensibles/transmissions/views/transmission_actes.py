"""Pages where a transmission is checked, released, sent back or called off, and where a return is noted."""

from functools import partial

from django.contrib import messages
from django.forms import Form
from django.shortcuts import redirect, render
from django.urls import reverse

from csil.acces import acces
from csil.actes import agir, envoye, reprendre
from informations_sensibles.transmissions.envoi.conditions import conditions_de, obstacles
from informations_sensibles.transmissions.envoi.copie import Copie
from informations_sensibles.transmissions.forms import FormulaireConstat, FormulairePourquoi, FormulaireRetour
from informations_sensibles.transmissions.models.transmission import Transmission
from informations_sensibles.transmissions.views.pages import DOSSIER, LUE, page_de_transmission

VERIFIEE = "La transmission est vérifiée : elle attend d’être libérée."
LIBEREE = (
    "La copie est figée et la transmission libérée. Le contact TFL est prévenu par un courriel sans contenu."
)
DEROGER = (
    "Ce qui naît dans une concertation de cas ne sert qu’à son but. Vous laissez cette transmission servir une autre finalité : "
    "votre raison reste au journal."
)
RENVOYER = "Elle revient à qui l’a préparée, avec votre mot. Les conditions seront vérifiées de nouveau."
ANNULER = "Elle ne partira pas. Ce qui a été préparé et vérifié reste dans son historique."
CONSIGNER = "Ce qui est arrivé par le réseau séparé : un code et un mot, jamais le texte de la pièce."


@acces(Transmission, "verifier_transmission", trace=LUE)
def transmission_verifier(request, transmission):
    """Look at the next condition that nobody has looked at, or at the one that `?condition=` names; at the end, declare."""
    if request.method == "POST":
        reprendre(transmission)
    conditions = conditions_de(transmission)
    if request.method == "POST" and not request.POST.get("condition"):
        form = Form(request.POST)
        return agir(
            request, form, transmission.verifier, annonce=VERIFIEE, suite=transmission
        ) or _page_verifier(request, transmission, conditions, None, form)
    courante = _courante(conditions, request)
    if request.method == "POST" and courante is None:
        messages.error(request, "Cette condition n’est plus à constater : rien n’est enregistré.")
        return redirect("transmission-verifier", transmission.pk)
    form = _constat(courante, request)
    constater = partial(transmission.constater, courante)
    suite = reverse("transmission-verifier", args=[transmission.pk])
    return agir(request, form, constater, suite=suite) or _page_verifier(
        request, transmission, conditions, courante, form
    )


def _page_verifier(request, transmission, conditions, courante, form):
    """Show every condition, the form under the one that is looked at, and what would leave."""
    contexte = {
        "transmission": transmission,
        "conditions": [
            {"condition": c, "obstacles": obstacles(transmission, c) if c == courante else []}
            for c in conditions
        ],
        "courante": courante,
        "form": form,
        "reste": sum(c.tenue is None for c in conditions),
        "refusees": sum(c.tenue is False for c in conditions),
        "copie": Copie(transmission, list(transmission.informations_couvertes())),
    }
    return render(request, f"{DOSSIER}/verifier.html", contexte)


def _courante(conditions, request):
    """Give the condition to look at, or None: what the Bourgmestre let through is not looked at again."""
    a_voir = [condition for condition in conditions if not condition.derogation]
    if request.method == "POST":
        return next((c for c in a_voir if str(c.pk) == request.POST["condition"]), None)
    demandee = (c for c in a_voir if str(c.pk) == request.GET.get("condition"))
    return next(demandee, None) or next((c for c in a_voir if c.tenue is None), None)


def _constat(condition, request):
    if condition is None:
        return Form()
    initial = {"detail": condition.detail}
    if condition.tenue is not None:
        initial["tenue"] = "oui" if condition.tenue else "non"
    return FormulaireConstat(condition, envoye(request), initial=initial)


@acces(Transmission, "deroger_transmission", trace=LUE)
def transmission_deroger(request, transmission):
    return _avec_raison(request, transmission, "Déroger à la finalité", DEROGER, transmission.deroger)


@acces(Transmission, "renvoyer_transmission", trace=LUE)
def transmission_renvoyer(request, transmission):
    nom = "Ce qui est à corriger"
    return _avec_raison(request, transmission, "Renvoyer", RENVOYER, transmission.renvoyer, nom=nom)


@acces(Transmission, "annuler_transmission", trace=LUE)
def transmission_annuler(request, transmission):
    titre = "Annuler la transmission"
    return _avec_raison(request, transmission, titre, ANNULER, transmission.annuler, lourd=True)


def _avec_raison(request, transmission, titre, chapeau, acte, nom="Pourquoi", lourd=False):
    """Ask for the reason of an act, under the name `nom`, then do it."""
    form = FormulairePourquoi(envoye(request), nom=nom)
    return agir(request, form, acte, annonce="C’est noté.", suite=transmission) or page_de_transmission(
        request, transmission, titre, form, chapeau=chapeau, lourd=lourd
    )


@acces(Transmission, "liberer_transmission", trace=LUE)
def transmission_liberer(request, transmission):
    """Show what will leave and what stops it, if something does; then freeze the copy and let it leave."""
    form = Form(envoye(request))
    fait = agir(request, form, transmission.liberer, annonce=LIBEREE, suite=transmission)
    contexte = {
        "transmission": transmission,
        "manques": form.non_field_errors() or transmission.manques(),
        "copie": Copie(transmission, list(transmission.informations_couvertes())),
    }
    return fait or render(request, f"{DOSSIER}/liberer.html", contexte)


@acces(Transmission, "consigner_retour", trace=LUE)
def transmission_consigner_retour(request, transmission):
    form = FormulaireRetour(envoye(request))
    return agir(
        request, form, transmission.consigner_retour, annonce="Le retour est noté.", suite=transmission
    ) or page_de_transmission(request, transmission, "Noter un retour", form, chapeau=CONSIGNER)
