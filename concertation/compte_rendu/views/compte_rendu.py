"""The minutes: what is missing before they circulate, read again, approved at a later meeting, then locked."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render

from concertation.compte_rendu.circulation import circuler, destinataires
from concertation.compte_rendu.forms.compte_rendu import FormulaireApprobation
from concertation.compte_rendu.lecture import Lecture, compte_rendu_pdf, nom_du_fichier
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.fichiers import pdf as documents
from csil.fichiers import reponse_fichier


@acces(Reunion, "view_reunion")
def compte_rendu(request, reunion):
    contexte = {
        "reunion": reunion,
        "lecture": Lecture(reunion),
        "droits": reunion.droits_de(request.user),
    }
    return render(request, "concertation/compte_rendu/compte_rendu.html", contexte)


@acces(Reunion, "view_reunion")
def pdf(request, reunion):
    if not Lecture(reunion).existe:
        raise Http404
    octets = compte_rendu_pdf(reunion, request.user)
    return reponse_fichier(nom_du_fichier(reunion), documents.GENRE, octets)


@acces(Reunion, "relire_reunion")
def relire(request, reunion):
    """What is still missing, in words; then what will happen, and to whom."""
    manques = reunion.manques("relire")
    if request.method == "POST" and not manques:
        nombre = circuler(reunion, par=request.user)
        s = "s" * (nombre > 1)
        messages.success(request, f"Le compte rendu circule : {nombre} courriel{s} en route.")
        return redirect(reunion.compte_rendu)
    contexte = {"reunion": reunion, "manques": manques, "destinataires": destinataires(reunion)}
    return render(request, "concertation/compte_rendu/relire.html", contexte)


@acces(Reunion, "approuver_reunion")
def approuver(request, reunion):
    """At which later meeting; from then on nothing changes any more."""
    manques = reunion.manques("approuver")
    form = FormulaireApprobation(
        reunion,
        request.POST if request.method == "POST" else None,
        initial={"lors_de": request.GET.get("lors")},
    )
    if request.method == "POST" and not manques and form.is_valid():
        try:
            reunion.approuver(par=request.user, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, "Le compte rendu est approuvé : il ne change plus.")
            return redirect(reunion.compte_rendu)
    contexte = {"reunion": reunion, "manques": manques, "form": form}
    return render(request, "concertation/compte_rendu/approuver.html", contexte)
