from django.db.models import F
from django.shortcuts import render

from csil.acces import ouvert_aux_membres
from partenaires.models import GroupeTravail, Mandat, Plateforme, Poste


@ouvert_aux_membres()
def plateforme(request):
    """The platform's card, who steers it, and what its two groups are for."""
    mandats = Mandat.objects.en_vigueur().annotate(groupe_nom=F("groupe__name")).select_related("personne")
    titulaires = {}
    for mandat in mandats.order_by("debut"):
        titulaires.setdefault(mandat.groupe_nom, []).append(mandat)
    postes = list(Poste.objects.all())
    for poste in postes:
        poste.mandats = titulaires.get(poste.groupe_nom, [])
    contexte = {"carte": Plateforme.objects.first(), "postes": postes, "groupes": GroupeTravail.objects.all()}
    return render(request, "partenaires/plateforme.html", contexte)
