"""The minutes: what is missing before they circulate, read again, approved at a later meeting, then locked."""

from functools import partial

from django.forms import Form
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from concertation.compte_rendu.circulation import approuver as approuver_reunion
from concertation.compte_rendu.circulation import circuler, destinataires
from concertation.compte_rendu.forms import FormulaireApprobation
from concertation.compte_rendu.lecture import Lecture, compte_rendu_pdf, nom_du_fichier
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.actes import agir, envoye
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
    """Show what is still missing, in words, or what will happen and to whom; then circulate."""
    form = Form(envoye(request))
    contexte = {
        "reunion": reunion,
        "manques": reunion.manques("relire"),
        "destinataires": destinataires(reunion),
    }
    return agir(
        request,
        form,
        partial(circuler, reunion),
        annonce=lambda: f"Le compte rendu circule : {form.fait} courriel{'s' * (form.fait > 1)} en route.",
        suite=reverse("compte-rendu", args=[reunion.pk]),
    ) or render(request, "concertation/compte_rendu/relire.html", contexte)


@acces(Reunion, "approuver_reunion")
def approuver(request, reunion):
    """Note at which later meeting the minutes were approved; from then on nothing changes any more."""
    form = FormulaireApprobation(
        reunion,
        envoye(request),
        initial={"lors_de": request.GET.get("lors")},
    )
    contexte = {"reunion": reunion, "manques": reunion.manques("approuver"), "form": form}
    annonce = "Le compte rendu est approuvé : il ne change plus."
    suite = reunion.compte_rendu
    return agir(request, form, partial(approuver_reunion, reunion), annonce=annonce, suite=suite) or render(
        request, "concertation/compte_rendu/approuver.html", contexte
    )
