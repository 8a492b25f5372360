"""One meeting: its page, its history, how it begins, its fields."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render

from concertation.commun.groupes import GERENT
from concertation.convocations import nouvelles
from concertation.convocations.qui_vient import qui_vient
from concertation.modeles.models import ModeleReunion
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.ordre_du_jour.points import vos_points
from concertation.reunions.creation import creer
from concertation.reunions.depart import Depart
from concertation.reunions.forms import FormulaireEnModele, FormulaireReunion
from concertation.reunions.historique import sources
from concertation.reunions.models.reunion import Reunion
from concertation.reunions.suite import Suite
from csil.acces import acces, ouvert_aux_membres
from csil.formulaires import verrouiller
from csil.historique import page_historique


@acces(Reunion, "view_reunion")
def reunion(request, reunion):
    droits = reunion.droits_de(request.user)
    contexte = {
        "reunion": reunion,
        "droits": droits,
        "suite": Suite(reunion, droits),
        "ordre_du_jour": OrdreDuJour(reunion),
        "vos_points": vos_points(reunion, request.user),
        "qui_vient": qui_vient(reunion, request.user, droits),
    }
    return render(request, "concertation/reunions/reunion.html", contexte)


@acces(Reunion, "view_reunion")
def historique(request, reunion):
    page = page_historique(sources(reunion), request.GET.get("page"))
    return render(request, "concertation/reunions/historique.html", {"reunion": reunion, "page": page})


@ouvert_aux_membres(*GERENT)
def nouvelle(request):
    """From scratch, from a template or as a copy: what one starts from is in the address and fills the form in."""
    depart = Depart(request.user, request.GET)
    form = FormulaireReunion(request.POST or None, initial=depart.initial, delai=depart.delai)
    if request.method == "POST" and form.is_valid():
        reunion = creer(par=request.user, source=depart.source, **form.champs())
        messages.success(request, depart.annonce(reunion))
        return redirect(reunion)
    return render(request, "concertation/reunions/nouvelle.html", {"depart": depart, "form": form})


@acces(Reunion, "modifier_reunion")
def modifier(request, reunion):
    fiche = verrouiller(reunion) if request.method == "POST" else reunion
    form = FormulaireReunion(request.POST or None, instance=fiche)
    if request.method == "POST" and form.is_valid():
        form.save()
        prevenus = 0
        if form.has_changed():
            prevenus = fiche.modifiee(par=request.user, deplacee=fiche.debut != reunion.debut)
        messages.success(request, form.message_reprise() or "La réunion est enregistrée.")
        if prevenus:
            messages.info(request, nouvelles.annonce(prevenus))
        return redirect(reunion)
    return render(request, "concertation/reunions/modifier.html", {"reunion": reunion, "form": form})


@acces(Reunion, "copier_reunion")
def en_modele(request, reunion):
    """« Enregistrer comme modèle »: what this meeting was, ready for the next ones."""
    form = FormulaireEnModele(reunion, request.POST or None, initial={"nom": reunion.titre})
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            modele = ModeleReunion.depuis(reunion, par=request.user, **form.cleaned_data)
        messages.success(request, f"Le modèle « {modele} » est prêt : relisez-le, puis servez-vous-en.")
        return redirect(modele)
    return render(request, "concertation/reunions/en_modele.html", {"reunion": reunion, "form": form})
