"""The meetings of the Concertation: what is new, the list."""

from django.core.paginator import Paginator
from django.shortcuts import render

from concertation.groupes import LISENT
from concertation.models import Reunion
from csil.acces import ouvert_aux_membres


@ouvert_aux_membres(*LISENT)
def concertation(request):
    visibles = Reunion.objects.visible_to(request.user)
    contexte = {"a_venir": visibles.a_venir()[:3], "tenues": visibles.ayant_eu_lieu()[:5]}
    return render(request, "concertation/concertation.html", contexte)


@ouvert_aux_membres(*LISENT)
def reunions(request):
    page = Paginator(Reunion.objects.visible_to(request.user), 25).get_page(request.GET.get("page"))
    return render(request, "concertation/reunions.html", {"page": page})
