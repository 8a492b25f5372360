"""Transmissions: checked one condition after the other, released, sent back, called off; the return that came elsewhere."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render

from csil.acces import acces
from informations_sensibles.commun.pages import page_de_transmission
from informations_sensibles.transmissions.conditions import conditions_de, obstacles
from informations_sensibles.transmissions.copie import Copie
from informations_sensibles.transmissions.forms import FormulaireConstat, FormulairePourquoi, FormulaireRetour
from informations_sensibles.transmissions.models.transmission import Transmission

DOSSIER = "informations_sensibles/transmissions"
LUE = "cellule.transmission_lue"
DEROGER = (
    "Ce qui naît dans une concertation de cas ne sert qu’à son but. Vous laissez cette transmission servir une autre finalité : "
    "votre raison reste au journal."
)
RENVOYER = "Elle revient à qui l’a préparée, avec votre mot. Les conditions seront vérifiées de nouveau."
ANNULER = "Elle ne partira pas. Ce qui a été préparé et vérifié reste dans son historique."
CONSIGNER = "Ce qui est arrivé par le réseau séparé : un code et un mot, jamais le texte de la pièce."


@acces(Transmission, "verifier_transmission", trace=LUE)
def transmission_verifier(request, transmission):
    """The next condition that nobody has looked at, or the one that `?condition=` names; at the end, the whole."""
    if request.method == "POST" and not request.POST.get("condition"):
        return _declarer(request, transmission)
    conditions = conditions_de(transmission)
    courante = _courante(conditions, request)
    if request.method == "POST" and courante is None:
        messages.error(request, "Cette condition n’est plus à constater : rien n’est enregistré.")
        return redirect("transmission-verifier", transmission.pk)
    form = _constat(courante, request)
    if request.method == "POST" and form.is_valid():
        try:
            transmission.constater(courante, par=request.user, **form.cleaned_data)
        except ValidationError as erreur:
            dit = getattr(erreur, "error_dict", {})
            form.add_error("detail" if "detail" in dit else None, erreur.messages)
        else:
            return redirect("transmission-verifier", transmission.pk)
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


def _declarer(request, transmission):
    """The whole holds: one word, once every condition was looked at."""
    try:
        transmission.verifier(par=request.user)
    except ValidationError as erreur:
        for phrase in erreur.messages:
            messages.error(request, phrase)
        return redirect("transmission-verifier", transmission.pk)
    messages.success(request, "La transmission est vérifiée : elle attend d’être libérée.")
    return redirect(transmission)


def _courante(conditions, request):
    """What the Bourgmestre let through is not looked at again; None when there is nothing to look at."""
    a_voir = [condition for condition in conditions if not condition.derogation]
    if request.method == "POST":
        return next((c for c in a_voir if str(c.pk) == request.POST["condition"]), None)
    demandee = (c for c in a_voir if str(c.pk) == request.GET.get("condition"))
    return next(demandee, None) or next((c for c in a_voir if c.tenue is None), None)


def _constat(condition, request):
    if condition is None:
        return None
    initial = {"detail": condition.detail}
    if condition.tenue is not None:
        initial["tenue"] = "oui" if condition.tenue else "non"
    return FormulaireConstat(condition, request.POST if request.method == "POST" else None, initial=initial)


@acces(Transmission, "deroger_transmission", trace=LUE)
def transmission_deroger(request, transmission):
    return _avec_raison(
        request, transmission, "Déroger à la finalité", DEROGER, transmission.deroger, "motif"
    )


@acces(Transmission, "renvoyer_transmission", trace=LUE)
def transmission_renvoyer(request, transmission):
    return _avec_raison(
        request, transmission, "Renvoyer", RENVOYER, transmission.renvoyer, "mot", nom="Ce qui est à corriger"
    )


@acces(Transmission, "annuler_transmission", trace=LUE)
def transmission_annuler(request, transmission):
    return _avec_raison(
        request, transmission, "Annuler la transmission", ANNULER, transmission.annuler, "motif", lourd=True
    )


def _avec_raison(request, transmission, titre, chapeau, acte, argument, nom="Pourquoi", lourd=False):
    form = FormulairePourquoi(request.POST if request.method == "POST" else None, nom=nom)
    if request.method == "POST" and form.is_valid():
        try:
            acte(par=request.user, **{argument: form.cleaned_data["motif"]})
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, "C’est noté.")
            return redirect(transmission)
    return page_de_transmission(request, transmission, titre, form, chapeau=chapeau, lourd=lourd)


@acces(Transmission, "liberer_transmission", trace=LUE)
def transmission_liberer(request, transmission):
    """What will leave, and what stops it, if something does; the copy is frozen in the same act."""
    if request.method == "POST":
        try:
            transmission.liberer(par=request.user)
        except ValidationError as erreur:
            for phrase in erreur.messages:
                messages.error(request, phrase)
            return redirect("transmission-liberer", transmission.pk)
        messages.success(
            request,
            "La copie est figée et la transmission libérée. Le contact TFL est prévenu par un courriel sans contenu.",
        )
        return redirect(transmission)
    contexte = {
        "transmission": transmission,
        "manques": transmission.manques(),
        "copie": Copie(transmission, list(transmission.informations_couvertes())),
    }
    return render(request, f"{DOSSIER}/liberer.html", contexte)


@acces(Transmission, "consigner_retour", trace=LUE)
def transmission_consigner_retour(request, transmission):
    form = FormulaireRetour(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        form.recevoir(transmission.consigner_retour, par=request.user)
        messages.success(request, "Le retour est noté.")
        return redirect(transmission)
    return page_de_transmission(request, transmission, "Noter un retour", form, chapeau=CONSIGNER)
