"""The pages of one partner's record."""

from django.contrib import messages
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import a_remplir, agir
from csil.historique import page_historique
from partenaires.annuaire.forms import FormulairePartenaire
from partenaires.annuaire.historique import sources
from partenaires.annuaire.models.contact import Contact
from partenaires.annuaire.models.implantation import Implantation
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.partenaire import Partenaire

CONTENU = (
    "services",
    "fonctions",
    Prefetch("implantations", Implantation.objects.select_related("quartier")),
    Prefetch("contacts", Contact.objects.select_related("service", "suppleant").prefetch_related("adresses")),
    Prefetch("offres", Offre.objects.select_related("service").prefetch_related("themes", "quartiers")),
)


@acces(Partenaire, "view_partenaire")
def partenaire(request, partenaire):
    """Show the whole record."""
    prefetch_related_objects([partenaire], *CONTENU)
    droits = partenaire.droits_de(request.user)
    contexte = {"partenaire": partenaire, "droits": droits, "tenues": partenaire.droits.tenues()}
    return render(request, "partenaires/annuaire/partenaire.html", contexte)


@acces(Partenaire, "view_partenaire")
def historique(request, partenaire):
    """Tell who changed what in the record and in its parts."""
    page = page_historique(sources(partenaire, request.user), request.GET.get("page"))
    contexte = {"partenaire": partenaire, "page": page}
    return render(request, "partenaires/annuaire/historique.html", contexte)


@acces(Partenaire, "tenir_partenaire")
def modifier(request, partenaire):
    """Change the record itself; its parts have pages of their own."""
    fiche = a_remplir(request, partenaire)
    form = FormulairePartenaire(request.POST or None, instance=fiche)
    return agir(
        request,
        form,
        fiche.modifier,
        annonce=lambda: form.message_reprise() or "La fiche est enregistrée.",
        suite=fiche,
    ) or render(request, "partenaires/annuaire/modifier.html", {"partenaire": fiche, "form": form})


@acces(Partenaire, "tenir_partenaire")
@require_POST
def relire(request, partenaire):
    """Confirm the whole record in one click: « Tout est exact »."""
    partenaire.relire(par=request.user)
    messages.success(request, "Merci : la fiche est confirmée à la date d’aujourd’hui.")
    return redirect(partenaire)
