from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render

from csil.acces import acces, ouvert_aux_membres
from partenaires.forms_mandat import FormulaireDecision, FormulaireFin
from partenaires.models import Mandat

SUIVIS = ("personne", "groupe", "demande_par", "confirme_par", "refuse_par", "termine_par")


@ouvert_aux_membres()
def mandats(request):
    """One's own mandates; all of them for the authorities, the administrators and the data protection officer."""
    visibles = Mandat.objects.visible_to(request.user).select_related(*SUIVIS)
    page = Paginator(visibles.order_by("-demande_le", "pk"), 25).get_page(request.GET.get("page"))
    return render(request, "partenaires/mandat/mandats.html", {"page": page})


@acces(Mandat, "view_mandat")
def mandat(request, mandat):
    droits = mandat.droits_de(request.user)
    form = FormulaireDecision() if "confirmer_mandat" in droits else None
    return _page(request, mandat, droits, form)


@acces(Mandat, "confirmer_mandat")
def decider(request, mandat):
    """Confirm or refuse: what is decided opens, or does not open, a sensitive group."""
    form = FormulaireDecision(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        confirme = form.cleaned_data["decision"] == "confirmer"
        acte = mandat.confirmer if confirme else mandat.refuser
        try:
            acte(par=request.user, decision=form.cleaned_data["pourquoi"])
        except ValidationError as erreur:
            form.add_error("pourquoi", erreur.messages)
        else:
            messages.success(request, "Le mandat est confirmé." if confirme else "Le mandat est refusé.")
            return redirect(mandat)
    return _page(request, mandat, mandat.droits_de(request.user), form)


@acces(Mandat, "terminer_mandat")
def terminer(request, mandat):
    """Ending is final, and asked for on a page of its own."""
    form = FormulaireFin(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        mandat.terminer(par=request.user, decision=form.cleaned_data["pourquoi"])
        messages.success(request, "Le mandat a pris fin : ce qu’il ouvrait est fermé.")
        return redirect(mandat)
    return render(request, "partenaires/mandat/terminer.html", {"mandat": mandat, "form": form})


def _page(request, mandat, droits, form):
    profil = mandat.groupe.profil
    conditions = {
        "groupe": mandat.personne.attributions.filter(groupe=mandat.groupe).exists(),
        "engagement": mandat.personne.a_signe,
        "second_facteur": mandat.personne.second_facteur_installe,
    }
    contexte = {"mandat": mandat, "droits": droits, "form": form, "profil": profil, "conditions": conditions}
    return render(request, "partenaires/mandat/mandat.html", contexte)
