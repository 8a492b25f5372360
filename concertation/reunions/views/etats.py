"""The acts that take a meeting from one state to the next; circulating and approving the minutes are elsewhere."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from concertation.reunions.forms import FormulaireMotif, FormulaireNouvelleDate
from concertation.reunions.models.reunion import Reunion
from concertation.reunions.suite import avec_adresses
from csil.acces import acces
from csil.formulaires import verrouiller


@acces(Reunion, "arreter_reunion")
@require_POST
def reunion_arreter(request, reunion):
    return _passer(
        request, reunion, "arreter", "L’ordre du jour est arrêté. Un point ajouté maintenant se motive."
    )


@acces(Reunion, "rouvrir_reunion")
@require_POST
def reunion_rouvrir(request, reunion):
    return _passer(request, reunion, "rouvrir", "L’ordre du jour est de nouveau un brouillon.")


@acces(Reunion, "tenir_reunion")
def reunion_tenir(request, reunion):
    """Opening the meeting closes the proposals for good: asked for once. A past meeting is entered this way too."""
    if request.method == "POST":
        return _passer(
            request,
            reunion,
            "tenir",
            "La séance est ouverte : notez qui est là, puis écrivez point par point.",
        )
    contexte = {"reunion": reunion, "manques": avec_adresses(reunion, reunion.manques("tenir"))}
    return render(request, "concertation/reunions/tenir.html", contexte)


@acces(Reunion, "reporter_reunion")
def reunion_reporter(request, reunion):
    annonce = "La réunion est reportée. Choisissez sa nouvelle date quand vous la connaissez."
    return _motiver(request, reunion, "reporter", annonce)


@acces(Reunion, "annuler_reunion")
def reunion_annuler(request, reunion):
    return _motiver(request, reunion, "annuler", "La réunion est annulée.")


@acces(Reunion, "reprogrammer_reunion")
def reunion_reprogrammer(request, reunion):
    form = FormulaireNouvelleDate(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            verrouiller(reunion).reprogrammer(par=request.user, debut=form.cleaned_data["debut"])
        except ValidationError as erreur:
            form.add_error(None, erreur)
        else:
            messages.success(request, "La réunion a sa nouvelle date : l’ordre du jour est rouvert.")
            return redirect(reunion)
    return render(request, "concertation/reunions/reprogrammer.html", {"reunion": reunion, "form": form})


def _passer(request, reunion, acte, annonce):
    """What is missing is said on the meeting's page, instead of a refusal."""
    try:
        getattr(verrouiller(reunion), acte)(par=request.user)
    except ValidationError as erreur:
        for phrase in erreur.messages:
            messages.error(request, phrase)
    else:
        messages.success(request, annonce)
    return redirect(reunion)


def _motiver(request, reunion, acte, annonce):
    form = FormulaireMotif(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            getattr(verrouiller(reunion), acte)(par=request.user, motif=form.cleaned_data["motif"])
        except ValidationError as erreur:
            form.add_error(None, erreur)
        else:
            messages.success(request, annonce)
            return redirect(reunion)
    contexte = {
        "reunion": reunion,
        "form": form,
        "invites": reunion.convocations.count(),
        "points": reunion.points.a_traiter().count(),
        "suivante": Reunion.objects.suivante(reunion),
    }
    return render(request, f"concertation/reunions/{acte}.html", contexte)
