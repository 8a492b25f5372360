"""One partner's record."""

from django.contrib import messages
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.formulaires import verrouiller
from csil.historique import page_historique
from partenaires.annuaire.forms import FormulairePartenaire, FormulaireTenue
from partenaires.annuaire.historique import sources
from partenaires.annuaire.models.contact import Contact
from partenaires.annuaire.models.implantation import Implantation
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.partenaire import Partenaire
from partenaires.appartenances.permissions import donner_tenue, retirer_tenue, tenues_de

CONTENU = (
    "services",
    "fonctions",
    Prefetch("implantations", Implantation.objects.select_related("quartier")),
    Prefetch("contacts", Contact.objects.select_related("service", "suppleant").prefetch_related("adresses")),
    Prefetch("offres", Offre.objects.select_related("service").prefetch_related("themes", "quartiers")),
)


@acces(Partenaire, "view_partenaire")
def partenaire(request, partenaire):
    prefetch_related_objects([partenaire], *CONTENU)
    droits = partenaire.droits_de(request.user)
    contexte = {"partenaire": partenaire, "droits": droits, "tenues": tenues_de(partenaire)}
    return render(request, "partenaires/annuaire/partenaire.html", contexte)


@acces(Partenaire, "view_partenaire")
def historique(request, partenaire):
    page = page_historique(sources(partenaire, request.user), request.GET.get("page"))
    contexte = {"partenaire": partenaire, "page": page}
    return render(request, "partenaires/annuaire/historique.html", contexte)


@acces(Partenaire, "tenir_partenaire")
def modifier(request, partenaire):
    fiche = verrouiller(partenaire) if request.method == "POST" else partenaire
    form = FormulairePartenaire(request.POST or None, instance=fiche)
    if request.method == "POST" and form.is_valid():
        form.save()
        if form.has_changed():
            partenaire.noter("fiche_modifiee", par=request.user)
        messages.success(request, form.message_reprise() or "La fiche est enregistrée.")
        return redirect(partenaire)
    return render(request, "partenaires/annuaire/modifier.html", {"partenaire": partenaire, "form": form})


@acces(Partenaire, "tenir_partenaire")
@require_POST
def relire(request, partenaire):
    """« Tout est exact »: one click."""
    verrouiller(partenaire).relire(par=request.user)
    messages.success(request, "Merci : la fiche est confirmée à la date d’aujourd’hui.")
    return redirect(partenaire)


@acces(Partenaire, "donner_tenue")
def tenue(request, partenaire):
    """Who of the partner's people keeps the record: given and withdrawn here, by the Référent."""
    form = FormulaireTenue(partenaire, request.POST if "donner" in request.POST else None)
    if "retirer" in request.POST:
        droit = {str(tenue.pk): tenue for tenue in tenues_de(partenaire)}.get(request.POST["retirer"])
        if droit:
            retirer_tenue(droit, par=request.user)
            messages.success(request, f"{droit.user} ne tient plus cette fiche.")
        return redirect("partenaire-tenue", partenaire.pk)
    if form.is_bound and form.is_valid():
        droit = donner_tenue(partenaire, **form.cleaned_data, par=request.user)
        messages.success(request, f"{droit.user} tient maintenant cette fiche.")
        return redirect("partenaire-tenue", partenaire.pk)
    contexte = {"partenaire": partenaire, "form": form, "tenues": tenues_de(partenaire)}
    return render(request, "partenaires/annuaire/tenue.html", contexte)
