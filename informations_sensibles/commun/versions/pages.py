"""The pages of a version, of a process or of a circuit: their views name who may reach them, and call these."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse

from csil.actes import agir
from csil.actes import reprendre as relire
from informations_sensibles.commun.versions.comparaison import comparer as comparer_versions
from informations_sensibles.commun.versions.etats import Etat

ACTES = ("etapes", "soumettre", "reprendre", "decider", "retirer", "comparer")


def montrer(request, version, form, gabarit, **contexte):
    """Show the version, what may be done with it, and the form of its approval."""
    contexte |= {
        "version": version,
        "sujet": version.sujet,
        "droits": version.droits_de(request.user),
        "form": form,
        "avant": version.precedente,
        "adresses": {acte: reverse(f"{version.ADRESSE}-{acte}", args=[version.pk]) for acte in ACTES},
    }
    return render(request, gabarit, contexte)


def preparer(request, sujet, annonce):
    """Begin a new version of `sujet`, and go and write its steps. `annonce`: what a draft changes, after its number."""
    version = sujet.nouveau_brouillon(par=request.user)
    messages.success(request, f"La {version} {annonce}")
    return redirect(f"{version.ADRESSE}-etapes", version.pk)


def ecrire(request, version, formulaire, gabarit):
    """Show all the steps in one form; the buttons that move them give the page back, and save nothing."""
    if request.method == "POST":
        relire(version)
    form = formulaire(version, request.POST if request.method == "POST" else None)
    return agir(
        request, form, version.ecrire_etapes, annonce="Les étapes sont enregistrées.", suite=version
    ) or render(request, gabarit, {"version": version, "sujet": version.sujet, "form": form})


def soumettre(request, version, annonce):
    """Submit the draft, or say what is still missing in it."""
    try:
        version.soumettre(par=request.user)
    except ValidationError as erreur:
        messages.error(request, " ".join(erreur.messages))
    else:
        messages.success(request, annonce)
    return redirect(version)


def reprendre(request, version, annonce):
    """Make the submitted version a draft again."""
    version.reprendre(par=request.user)
    messages.success(request, annonce)
    return redirect(version)


def decider(request, version, form):
    """Approve the version, or send it back; None while the page is still to be shown."""

    def faire(**champs):
        return (version.approuver if form.approuve else version.renvoyer)(**champs)

    return agir(request, form, faire, annonce=lambda: _decidee(version), suite=version)


def _decidee(version) -> str:
    suites = {Etat.EN_VIGUEUR: "en vigueur", Etat.SOUMISE: "approuvée en votre nom"}
    return f"La {version} est {suites.get(version.etat, 'renvoyée à qui l’a écrite')}."


def comparer(request, version, gabarit, **contexte):
    """Show what changed since the version before, step by step."""
    avant = version.precedente
    contexte |= {
        "version": version,
        "sujet": version.sujet,
        "avant": avant,
        "lignes": comparer_versions(avant, version),
    }
    return render(request, gabarit, contexte)
