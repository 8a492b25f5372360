from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render

from csil.acces import acces, ouvert_aux_membres
from csil.accueil.regard import regards
from csil.comptes.groupes import AUTORITES, DPO
from csil.comptes.models import ProfilGroupe
from partenaires.appartenances.permissions import portes_de
from partenaires.mandats.forms import (
    FormulaireDecision,
    FormulaireFin,
    FormulaireHabilitation,
    FormulaireLevee,
    FormulaireRevue,
)
from partenaires.mandats.models.attestation import AttestationHabilitation, attestation_de
from partenaires.mandats.models.mandat import Mandat

SUIVIS = ("personne", "groupe", "demande_par", "confirme_par", "refuse_par", "termine_par")


@ouvert_aux_membres()
def mandats(request):
    """One's own mandates; all of them for the authorities, the administrators and the data protection officer."""
    visibles = Mandat.objects.visible_to(request.user).select_related(*SUIVIS)
    visibles = visibles.prefetch_related("suspensions")
    page = Paginator(visibles.order_by("-demande_le", "pk"), 25).get_page(request.GET.get("page"))
    suit = request.user.est_membre(*AUTORITES, DPO)
    return render(request, "partenaires/mandats/mandats.html", {"page": page, "suit": suit})


@acces(Mandat, "view_mandat")
def mandat(request, mandat):
    droits = mandat.droits_de(request.user)
    form = None
    if "confirmer_mandat" in droits:
        form = FormulaireDecision()
    elif "lever_suspension" in droits:
        form = FormulaireLevee(initial={"vues": _cles(mandat)})
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
    return render(request, "partenaires/mandats/terminer.html", {"mandat": mandat, "form": form})


@acces(Mandat, "lever_suspension")
def lever(request, mandat):
    """A suspended mandate: one confirmation opens it again, a refusal ends it."""
    form = FormulaireLevee(
        request.POST if request.method == "POST" else None, initial={"vues": _cles(mandat)}
    )
    if request.method == "POST" and form.is_valid():
        confirme, pourquoi = form.cleaned_data["decision"] == "confirmer", form.cleaned_data["pourquoi"]
        try:
            if confirme:
                mandat.lever(par=request.user, decision=pourquoi, vues=form.cleaned_data["vues"])
            else:
                mandat.terminer(par=request.user, decision=pourquoi)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
            form.data = form.data.copy()
            form.data["vues"] = _cles(mandat)
        else:
            dit = "Le mandat est confirmé de nouveau." if confirme else "Le mandat a pris fin."
            messages.success(request, dit)
            return redirect(mandat)
    return _page(request, mandat, mandat.droits_de(request.user), form)


@acces(Mandat, "revoir_mandat")
def revoir(request, mandat):
    """Every six months an authority says whether it holds: confirmed, shortened or ended."""
    form = FormulaireRevue(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            mandat.revoir(par=request.user, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur)
        else:
            messages.success(request, "La revue du mandat est enregistrée.")
            return redirect("revues")
    return render(request, "partenaires/mandats/revoir.html", {"mandat": mandat, "form": form})


@acces(Mandat, "attester_habilitation")
def habilitation(request, mandat):
    """The clearance of a police member: a yes and a date (R05)."""
    form = FormulaireHabilitation(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        AttestationHabilitation.attester(mandat.personne, par=request.user, **form.cleaned_data)
        messages.success(request, "L’attestation est enregistrée ; elle remplace la précédente.")
        return redirect(mandat)
    contexte = {"mandat": mandat, "form": form, "attestation": attestation_de(mandat.personne)}
    return render(request, "partenaires/mandats/habilitation.html", contexte)


@acces(Mandat, "regarder_personne", trace="partenaires.regard")
def regard(request, mandat):
    """What this person would see: counts and references, with the rule that opens each."""
    personne = mandat.personne
    contexte = {
        "mandat": mandat,
        "personne": personne,
        "regards": regards(personne),
        "portes": portes_de(personne),
    }
    return render(request, "partenaires/mandats/regard.html", contexte)


def _cles(mandat) -> str:
    """The suspensions that the page shows, for the decision to be about these."""
    return " ".join(str(suspension.pk) for suspension in mandat.suspensions.ouvertes())


def _page(request, mandat, droits, form):
    contexte = {
        "mandat": mandat,
        "droits": droits,
        "form": form,
        "profil": ProfilGroupe.objects.get(groupe=mandat.groupe),
        "conditions": {
            "groupe": mandat.personne.attributions.filter(groupe=mandat.groupe).exists(),
            **portes_de(mandat.personne),
        },
        "suspensions": mandat.suspensions.select_related("changee_par", "levee_par"),
        "attestation": attestation_de(mandat.personne),
    }
    return render(request, "partenaires/mandats/mandat.html", contexte)
