"""The first page of the Cellule."""

from django.shortcuts import render

from csil.acces import ouvert_aux_membres
from csil.accueil import taches
from informations_sensibles.commun.permissions import MEMBRES
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signalements.models import SignalementContextuel
from informations_sensibles.signalements.repetitions import recents, repetitions


@ouvert_aux_membres(*MEMBRES)
def cellule(request):
    """Show what waits in the Cellule, what is reported again and again, which sectors cannot be counted on."""
    signalements = SignalementContextuel.objects.visible_to(request.user)
    contexte = {
        "signalements": {
            "ouverts": signalements.a_traiter().count(),
            "retards": signalements.en_retard().count(),
            "libres": signalements.sans_proprietaire().count(),
            "recents": recents(signalements).count(),
        },
        "repetitions": repetitions(signalements),
        "taches": [tache for tache in taches(request.user) if tache.lieu == "cellule"],
        "secteurs": Secteur.objects.visible_to(request.user).complets(),
    }
    return render(request, "informations_sensibles/cellule/cellule.html", contexte)
