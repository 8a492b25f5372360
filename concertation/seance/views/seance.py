"""The whole meeting on one screen: items in order, the one under way open, attendance, minutes, what was concluded."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from concertation.actions.forms import GENRES
from concertation.ordre_du_jour.actes.reunion import proposer
from concertation.reunions.models import Reunion
from concertation.seance.ecran import Seance, adresse
from concertation.seance.forms import FormulaireInvite, FormulaireReport, FormulaireTardif, FormulaireTexte
from csil.acces import acces
from csil.actes import agir, envoye, reprendre


@acces(Reunion, "rediger_reunion")
def seance(request, reunion):
    """Show the meeting as it goes."""
    return montrer(request, reunion, request.GET.get("point", ""))


def montrer(request, reunion, point="", *, form=None, status=200):
    """Show the screen of the meeting, that item open; `form`: the text of the item as it was just sent."""
    seance = Seance(reunion, str(point))
    contexte = {"reunion": reunion, "seance": seance, "droits": reunion.droits_de(request.user)}
    contexte["fragment"] = False
    if seance.point:
        contexte |= _du_point(seance, form)
    return render(request, "concertation/seance/seance.html", contexte, status=status)


def repondre(request, reunion, point, fragment: str):
    """Answer an act: that part of the screen alone if the script asked for it, else the screen, this item open."""
    if "HX-Request" not in request.headers:
        return redirect(f"{adresse(point)}{'-conclusions' * (fragment == 'conclusions')}")
    seance = Seance(reunion, str(point.pk))
    contexte = {"reunion": reunion, "seance": seance, "droits": reunion.droits_de(request.user)}
    contexte |= {"etape": seance.ouverte, "point": seance.point, "fragment": True}
    return render(request, f"concertation/seance/{fragment}.html", contexte | _du_point(seance, None))


def _du_point(seance, form):
    point = seance.point
    return {
        "form": form or FormulaireTexte(instance=seance.texte),
        "feuille": seance.feuille,
        "lignes": seance.feuille.lignes(point),
        "presents": seance.feuille.presents(point),
        "actes": actes_de(point),
        "formulaires": [(genre, genre.formulaire()) for genre in GENRES.values()],
        "form_invite": FormulaireInvite(),
        "form_report": FormulaireReport(),
    }


def actes_de(point) -> list[tuple]:
    """List what was concluded about an item: (kind, record), decisions, then opinions, then actions."""
    trouves = []
    for nom, genre in GENRES.items():
        actes = genre.modele.objects.filter(point=point)
        if nom == "action":
            actes = actes.select_related("responsable", "partenaire")
        trouves += [(genre, acte) for acte in actes]
    return trouves


@acces(Reunion, "pointer_reunion")
@require_POST
def commencer(request, reunion, point):
    """Note that the meeting comes to this item."""
    point = get_object_or_404(reunion.points.inscrits(), pk=point)
    point.commencer(par=request.user)
    return redirect(adresse(point))


@acces(Reunion, "arranger_reunion")
@require_POST
def reporter(request, reunion, point):
    """Postpone an item to the next meeting, or keep it until there is one; those who came or left at this item keep their stays."""
    point = get_object_or_404(reunion.points.inscrits(), pk=point)
    reprendre(reunion)  # before its item, in the order in which the agenda is arranged
    form = FormulaireReport(request.POST)
    reponse = agir(
        request,
        form,
        point.reporter,
        annonce=lambda: _reporte(form.fait),
        suite=reverse("seance", args=[reunion.pk]),
    )
    if reponse is None:
        messages.error(request, " ".join(phrase for phrases in form.errors.values() for phrase in phrases))
        return redirect(adresse(point))
    return reponse


def _reporte(suite) -> str:
    ou = f"à la réunion suivante : {suite.reunion}" if suite.reunion else "et attend la prochaine réunion"
    return f"« {suite} » est reporté {ou}."


@acces(Reunion, "arranger_reunion")
def ajouter(request, reunion):
    """Add an item that came up on the spot: it needs a reason (R47)."""
    form = FormulaireTardif(envoye(request))
    return agir(
        request,
        form,
        partial(proposer, reunion),
        annonce=lambda: f"« {form.fait} » est à l’ordre du jour.",
        suite=lambda: adresse(form.fait),
    ) or render(request, "concertation/seance/ajouter.html", {"reunion": reunion, "form": form})
