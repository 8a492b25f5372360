"""The sectors that the Cellule speaks with."""

from django.db.models import Count, Q, prefetch_related_objects
from django.http import Http404
from django.shortcuts import render

from csil.acces import acces, ouvert_aux_membres
from csil.historique import page_historique
from informations_sensibles.commun.permissions import MEMBRES
from informations_sensibles.secteurs import historique as histoire
from informations_sensibles.secteurs.fiche import fiches_du_secteur
from informations_sensibles.secteurs.models.secteur import Secteur


@ouvert_aux_membres(*MEMBRES)
def secteurs(request):
    visibles = Secteur.objects.visible_to(request.user).complets()
    contexte = {"secteurs": visibles.prefetch_related("organisations")}
    return render(request, "informations_sensibles/secteurs/secteurs.html", contexte)


@acces(Secteur, "view_secteur", trace="cellule.secteur_lu")
def secteur(request, secteur):
    complet = Secteur.objects.visible_to(request.user).complets().get(pk=secteur.pk)
    prefetch_related_objects([complet], "organisations", "correspondants__personne")
    signalements = complet.signalements.visible_to(request.user)
    contexte = {
        "secteur": complet,
        "droits": complet.droits_de(request.user),
        "point_droits": complet.point.droits_de(request.user) if complet.point else set(),
        "exercices": [
            (exercice, exercice.droits_de(request.user)) for exercice in complet.exercices.all()[:5]
        ],
        "comptes": signalements.aggregate(total=Count("pk"), ouverts=Count("pk", filter=~Q(etat="clos"))),
    }
    return render(request, "informations_sensibles/secteurs/secteur.html", contexte)


@acces(Secteur, "view_secteur")
def historique(request, secteur):
    page = page_historique(histoire.du_secteur(secteur), request.GET.get("page"))
    contexte = {"secteur": secteur, "page": page}
    return render(request, "informations_sensibles/secteurs/historique.html", contexte)


@acces(Secteur, "view_secteur", trace="cellule.fiche_de_poche")
def fiche(request, secteur):
    """Show the pocket sheet: one printed page for each process in force."""
    fiches = fiches_du_secteur(request.user, secteur)
    if not fiches:
        raise Http404("Aucun processus n’est en vigueur.")
    return render(
        request, "informations_sensibles/secteurs/version/fiche.html", {"secteur": secteur, "fiches": fiches}
    )
