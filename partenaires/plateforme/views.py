from django.shortcuts import render

from csil.acces import ouvert_aux_membres
from partenaires.plateforme.models import GroupeTravail, Plateforme, Poste, Titulaire


@ouvert_aux_membres()
def plateforme(request):
    """Show the platform's card, who steers it, and what its two groups are for."""
    titulaires = {}
    for titulaire in Titulaire.objects.select_related("personne").order_by("debut"):
        titulaires.setdefault(titulaire.groupe_nom, []).append(titulaire)
    postes = list(Poste.objects.all())
    for poste in postes:
        poste.titulaires = titulaires.get(poste.groupe_nom, [])
    contexte = {"carte": Plateforme.objects.first(), "postes": postes, "groupes": GroupeTravail.objects.all()}
    return render(request, "partenaires/plateforme/plateforme.html", contexte)
