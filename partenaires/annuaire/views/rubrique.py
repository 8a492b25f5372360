"""The parts of a partner's record: services, functions, places, contacts, offers. They are all kept the same way."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from csil.acces import acces
from partenaires.annuaire.forms import RUBRIQUES
from partenaires.annuaire.models.partenaire import Partenaire

DISPARU = (
    "Quelqu’un d’autre a supprimé {} entre-temps. Ce que vous aviez écrit est ci-dessous : enregistrez pour le remettre "
    "dans la fiche, ou abandonnez."
)


@acces(Partenaire, "tenir_partenaire")
def nouveau(request, partenaire, rubrique):
    form = _formulaire(request, rubrique, _modele(rubrique)(partenaire=partenaire))
    if request.method == "POST" and form.is_valid():
        return _enregistrer(request, form, "ajoute")
    return _montrer(request, partenaire, rubrique, form, f"Ajouter {form.un}")


@acces(Partenaire, "tenir_partenaire")
def modifier(request, partenaire, rubrique, numero):
    objet = _trouver(partenaire, rubrique, numero, verrou=request.method == "POST")
    if objet is None and request.method == "POST":
        return _proposer_de_remettre(request, partenaire, rubrique)
    if objet is None:
        raise Http404
    form = _formulaire(request, rubrique, objet)
    if request.method == "POST" and form.is_valid():
        return _enregistrer(request, form, "modifie")
    return _montrer(request, partenaire, rubrique, form, f"Modifier {form.le}")


@acces(Partenaire, "tenir_partenaire")
def supprimer(request, partenaire, rubrique, numero):
    """Asked for once, on a page that says what goes; what was changed since that page opened is shown first."""
    objet = _trouver(partenaire, rubrique, numero, verrou=request.method == "POST")
    if objet is None:
        raise Http404
    if request.method == "POST" and request.POST.get("version") == str(objet.version):
        with transaction.atomic():
            objet.delete()
            partenaire.noter(f"{objet._meta.model_name}_supprime", par=request.user)
        messages.success(request, f"« {objet} » ne figure plus dans la fiche.")
        return redirect(partenaire)
    if request.method == "POST":
        messages.warning(request, "Quelqu’un d’autre a changé ceci entre-temps : relisez avant de supprimer.")
    contexte = {"partenaire": partenaire, "objet": objet, "rubrique": rubrique, "le": RUBRIQUES[rubrique].le}
    return render(request, "partenaires/annuaire/rubrique/supprimer.html", contexte)


def _modele(rubrique):
    return RUBRIQUES[rubrique]._meta.model


def _trouver(partenaire, rubrique, numero, verrou=False):
    rubriques = _modele(rubrique).objects.filter(partenaire=partenaire, pk=numero)
    return (rubriques.select_for_update(of=("self",)) if verrou else rubriques).first()


def _formulaire(request, rubrique, objet):
    return RUBRIQUES[rubrique](request.POST if request.method == "POST" else None, instance=objet)


@transaction.atomic
def _enregistrer(request, form, acte):
    objet = form.save()
    if any(formulaire.has_changed() for formulaire in form.formulaires):
        objet.partenaire.noter(f"{objet._meta.model_name}_{acte}", par=request.user)
    messages.success(request, form.message_reprise() or f"« {objet} » est enregistré.")
    return redirect(objet)


def _montrer(request, partenaire, rubrique, form, titre, action=""):
    contexte = {
        "partenaire": partenaire,
        "rubrique": rubrique,
        "form": form,
        "titre": titre,
        "action": action,
    }
    return render(request, "partenaires/annuaire/rubrique/modifier.html", contexte)


def _proposer_de_remettre(request, partenaire, rubrique):
    """Deleted by somebody while this person was writing: what was typed comes back as a new one."""
    form = RUBRIQUES[rubrique](request.POST, instance=_modele(rubrique)(partenaire=partenaire))
    form.add_error(None, DISPARU.format(form.le))
    action = reverse("rubrique-nouveau", args=[partenaire.pk, rubrique])
    return _montrer(request, partenaire, rubrique, form, f"Ajouter {form.un}", action)
