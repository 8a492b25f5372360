"""What changes a meeting that people are called to: its fields, postponed, given a new date, cancelled."""

from functools import partial

from django.contrib import messages
from django.shortcuts import render

from concertation.commun.pages import corriger
from concertation.convocations.actes import reunion as actes
from concertation.convocations.annonce import prevenus
from concertation.reunions.forms import FormulaireMotif, FormulaireNouvelleDate, FormulaireReunion
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.actes import a_remplir, agir, envoye


@acces(Reunion, "modifier_reunion")
def modifier(request, reunion):
    """Change day, hours, place, people; who was convoked is told at once of another moment or place."""
    form = FormulaireReunion(envoye(request), instance=a_remplir(request, reunion))
    reponse = corriger(
        request, form, partial(actes.modifier, reunion), annonce="La réunion est enregistrée.", suite=reunion
    )
    if reponse is None:
        return render(
            request, "concertation/convocations/reunion/modifier.html", {"reunion": reunion, "form": form}
        )
    if form.fait:
        messages.info(request, prevenus(form.fait))
    return reponse


@acces(Reunion, "reporter_reunion")
def reporter(request, reunion):
    """Postpone the meeting, with a reason."""
    annonce = "La réunion est reportée. Choisissez sa nouvelle date quand vous la connaissez."
    return _motiver(request, reunion, actes.reporter, annonce, "reporter")


@acces(Reunion, "annuler_reunion")
def annuler(request, reunion):
    """Cancel the meeting, with a reason."""
    return _motiver(request, reunion, actes.annuler, "La réunion est annulée.", "annuler")


@acces(Reunion, "reprogrammer_reunion")
def reprogrammer(request, reunion):
    """Give a postponed meeting its new date."""
    form = FormulaireNouvelleDate(envoye(request))
    annonce = "La réunion a sa nouvelle date : l’ordre du jour est rouvert."
    return agir(
        request, form, partial(actes.reprogrammer, reunion), annonce=annonce, suite=reunion
    ) or render(
        request, "concertation/convocations/reunion/reprogrammer.html", {"reunion": reunion, "form": form}
    )


def _motiver(request, reunion, faire, annonce, page):
    form = FormulaireMotif(envoye(request))
    contexte = {
        "reunion": reunion,
        "form": form,
        "invites": reunion.convocations.count(),
        "points": reunion.points.a_traiter().count(),
        "suivante": Reunion.objects.suivante(reunion),
    }
    return agir(request, form, partial(faire, reunion), annonce=annonce, suite=reunion) or render(
        request, f"concertation/convocations/reunion/{page}.html", contexte
    )
