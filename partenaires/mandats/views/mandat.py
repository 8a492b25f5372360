"""The pages of a mandate: the list, its own page, and what one does with it."""

from functools import partial

from django.core.paginator import Paginator
from django.shortcuts import render

from csil.acces import acces, ouvert_aux_membres
from csil.accueil.regard import regards
from csil.actes import agir
from csil.comptes.groupes import AUTORITES, DPO
from csil.comptes.models import ProfilGroupe
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
    """List one's own mandates; all of them for the authorities, the administrators and the data protection officer."""
    visibles = Mandat.objects.visible_to(request.user).select_related(*SUIVIS)
    visibles = visibles.prefetch_related("suspensions")
    page = Paginator(visibles.order_by("-demande_le", "pk"), 25).get_page(request.GET.get("page"))
    suit = request.user.est_membre(*AUTORITES, DPO)
    return render(request, "partenaires/mandats/mandats.html", {"page": page, "suit": suit})


@acces(Mandat, "view_mandat")
def mandat(request, mandat):
    """Show a mandate, with the decision that it waits for to whoever may take it."""
    droits = mandat.droits_de(request.user)
    form = None
    if "confirmer_mandat" in droits:
        form = FormulaireDecision()
    elif "lever_suspension" in droits:
        form = FormulaireLevee()
    return _page(request, mandat, form)


@acces(Mandat, "confirmer_mandat")
def decider(request, mandat):
    """Confirm or refuse a mandate: what is decided opens, or does not open, a sensitive group."""
    form = FormulaireDecision(request.POST or None)
    faire, dit = mandat.refuser, "Le mandat est refusé."
    if form.confirme:
        faire, dit = mandat.confirmer, "Le mandat est confirmé."
    return agir(request, form, faire, annonce=dit, suite=mandat) or _page(request, mandat, form)


@acces(Mandat, "terminer_mandat")
def terminer(request, mandat):
    """End a mandate: final, and asked for on a page of its own."""
    form = FormulaireFin(request.POST or None)
    dit = "Le mandat a pris fin : ce qu’il ouvrait est fermé."
    return agir(request, form, mandat.terminer, annonce=dit, suite=mandat) or render(
        request, "partenaires/mandats/terminer.html", {"mandat": mandat, "form": form}
    )


@acces(Mandat, "lever_suspension")
def lever(request, mandat):
    """Decide about a suspended mandate: one confirmation opens it again, a refusal ends it."""
    form = FormulaireLevee(request.POST or None)
    faire, dit = mandat.terminer, "Le mandat a pris fin."
    if form.confirme:
        faire, dit = mandat.lever, "Le mandat est confirmé de nouveau."
    return agir(request, form, faire, annonce=dit, suite=mandat) or _page(request, mandat, form)


@acces(Mandat, "revoir_mandat")
def revoir(request, mandat):
    """Say, every six months and as an authority, whether a mandate holds: confirmed, shortened or ended."""
    form = FormulaireRevue(request.POST or None)
    dit = "La revue du mandat est enregistrée."
    return agir(request, form, mandat.revoir, annonce=dit, suite="revues") or render(
        request, "partenaires/mandats/revoir.html", {"mandat": mandat, "form": form}
    )


@acces(Mandat, "attester_habilitation")
def habilitation(request, mandat):
    """Attest the clearance of a police member: a yes and a date (R05)."""
    form = FormulaireHabilitation(request.POST or None)
    faire = partial(AttestationHabilitation.attester, mandat.personne)
    dit = "L’attestation est enregistrée ; elle remplace la précédente."
    contexte = {"mandat": mandat, "form": form, "attestation": attestation_de(mandat.personne)}
    return agir(request, form, faire, annonce=dit, suite=mandat) or render(
        request, "partenaires/mandats/habilitation.html", contexte
    )


@acces(Mandat, "regarder_personne", trace="partenaires.regard")
def regard(request, mandat):
    """Show what this person would see: counts and references, with the rule that opens each."""
    personne = mandat.personne
    contexte = {
        "mandat": mandat,
        "personne": personne,
        "regards": regards(personne),
        "portes": _portes(personne),
    }
    return render(request, "partenaires/mandats/regard.html", contexte)


def _portes(personne) -> dict[str, bool]:
    """What a person must have done herself before anything sensitive opens."""
    return {
        "compte": personne.is_active,
        "engagement": personne.a_signe,
        "second_facteur": personne.second_facteur_installe,
    }


def _page(request, mandat, form):
    contexte = {
        "mandat": mandat,
        "droits": mandat.droits_de(request.user),
        "form": form,
        # The causes that the page shows: the decision is about these
        "vues": " ".join(str(suspension.pk) for suspension in mandat.suspensions_ouvertes),
        "profil": ProfilGroupe.objects.get(groupe=mandat.groupe),
        "conditions": {
            "groupe": mandat.personne.attributions.filter(groupe=mandat.groupe).exists(),
            **_portes(mandat.personne),
        },
        "suspensions": mandat.suspensions.select_related("changee_par", "levee_par"),
        "attestation": attestation_de(mandat.personne),
    }
    return render(request, "partenaires/mandats/mandat.html", contexte)
