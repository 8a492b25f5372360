"""The periodic review of mandates (H13): what is due, for the authorities; the data protection officer reads along."""

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.shortcuts import render

from csil.acces import ouvert_aux_membres
from csil.comptes.groupes import AUTORITES, DPO
from partenaires.mandats.models.mandat import Mandat
from partenaires.mandats.revue import suspension_le


@ouvert_aux_membres(*AUTORITES, DPO)
def revues(request):
    """List due mandates, the longest first, then the suspended ones, which one confirmation opens again."""
    visibles = Mandat.objects.visible_to(request.user)
    suivis = visibles.select_related(
        "personne", "groupe__profil", "revu_par", "confirme_par"
    ).prefetch_related("suspensions")
    dus = suivis.a_revoir().order_by(Coalesce("revu_le", "confirme_le"), "pk")
    suspendus = suivis.suspendus().order_by("personne__nom", "pk")
    contexte = {
        "dus": [_ligne(mandat, request.user, "revoir_mandat") for mandat in dus],
        "suspendus": [_ligne(mandat, request.user, "lever_suspension") for mandat in suspendus],
        "en_vigueur": visibles.effectifs().aggregate(nombre=Count("pk"))["nombre"],
    }
    return render(request, "partenaires/mandats/revue/revues.html", contexte)


def _ligne(mandat, user, droit) -> dict:
    return {
        "mandat": mandat,
        "possible": droit in mandat.droits_de(user),
        "suspension_le": suspension_le(mandat.a_revoir_le, mandat.groupe.profil.confirme),
    }
