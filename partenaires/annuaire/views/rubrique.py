"""The pages on which the parts of a partner's record are kept: services, functions, places, contacts, offers."""

from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from csil.acces import acces
from csil.actes import Disparu, agir, reprendre
from partenaires.annuaire.forms import RUBRIQUES, FormulaireSuppression
from partenaires.annuaire.models.partenaire import Partenaire

DISPARU = (
    "Quelqu’un d’autre a supprimé {} entre-temps. Ce que vous aviez écrit est ci-dessous : enregistrez pour le remettre "
    "dans la fiche, ou abandonnez."
)


@acces(Partenaire, "tenir_partenaire")
def nouveau(request, partenaire, rubrique):
    """Add a part to the record."""
    form = RUBRIQUES[rubrique](request.POST or None, instance=_modele(rubrique)(partenaire=partenaire))
    faire = partial(partenaire.ajouter, form.instance)
    return agir(
        request, form, faire, annonce=lambda: _annonce(form), suite=lambda: form.instance
    ) or _montrer(request, partenaire, rubrique, form, f"Ajouter {form.un}")


@acces(Partenaire, "tenir_partenaire")
def modifier(request, partenaire, rubrique, numero):
    """Change a part; deleted by somebody while this person was writing, what was typed comes back as a new one."""
    try:
        objet = _trouver(request, partenaire, rubrique, numero)
    except Disparu:
        return _proposer_de_remettre(request, partenaire, rubrique)
    form = RUBRIQUES[rubrique](request.POST or None, instance=objet)
    return agir(
        request, form, objet.modifier, annonce=lambda: _annonce(form), suite=lambda: form.instance
    ) or _montrer(request, partenaire, rubrique, form, f"Modifier {form.le}")


@acces(Partenaire, "tenir_partenaire")
def supprimer(request, partenaire, rubrique, numero):
    """Delete a part, on a page that says what goes; what was changed since that page opened is shown first."""
    try:
        objet = _trouver(request, partenaire, rubrique, numero)
    except Disparu as absence:
        raise Http404 from absence
    form = FormulaireSuppression(request.POST or None)
    dit = f"« {objet} » ne figure plus dans la fiche."
    contexte = {
        "partenaire": partenaire,
        "objet": objet,
        "form": form,
        "rubrique": rubrique,
        "le": RUBRIQUES[rubrique].le,
    }
    return agir(request, form, objet.supprimer, annonce=dit, suite=partenaire) or render(
        request, "partenaires/annuaire/rubrique/supprimer.html", contexte
    )


def _modele(rubrique):
    return RUBRIQUES[rubrique]._meta.model


def _trouver(request, partenaire, rubrique, numero):
    """Find the part; to write on it, hold it as it is now, or raise Disparu."""
    objet = _modele(rubrique).objects.filter(partenaire=partenaire, pk=numero).first()
    if request.method != "POST":
        if objet is None:
            raise Http404
        return objet
    if objet is None:
        raise Disparu("Cette partie de la fiche n’existe plus.")
    return reprendre(objet)


def _annonce(form):
    return form.message_reprise() or f"« {form.instance} » est enregistré."


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
    form = RUBRIQUES[rubrique](request.POST, instance=_modele(rubrique)(partenaire=partenaire))
    form.add_error(None, DISPARU.format(form.le))
    action = reverse("rubrique-nouveau", args=[partenaire.pk, rubrique])
    return _montrer(request, partenaire, rubrique, form, f"Ajouter {form.un}", action)
