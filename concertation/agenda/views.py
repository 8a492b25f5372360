"""A person's own calendar feed: its secret address, shown and renewed by its owner, open to whoever holds it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control

from concertation.agenda.calendrier import flux
from concertation.agenda.models import AgendaPersonnel
from concertation.commun.groupes import LISENT
from concertation.convocations.jetons import LienInvalide, adresse_d_agenda, personne_de_l_agenda
from concertation.reunions.models import Reunion
from csil.acces import ouvert_a_tous, ouvert_aux_membres
from csil.identite import au_nom_de


@ouvert_aux_membres(*LISENT)
@cache_control(no_store=True)
def mon_agenda(request):
    """The address is made when its person asks for it."""
    if request.method == "POST":
        AgendaPersonnel.ouvrir(par=request.user)
        return redirect("mon-agenda")
    agenda = AgendaPersonnel.objects.filter(personne=request.user).first()
    contexte = {"agenda": agenda, "adresse": adresse_d_agenda(agenda) if agenda else ""}
    return render(request, "concertation/agenda/mon_agenda.html", contexte)


@ouvert_aux_membres(*LISENT)
def renouveler(request):
    """Asked for once: the calendars that follow the former address stop."""
    agenda = AgendaPersonnel.objects.filter(personne=request.user).first()
    if agenda is None:
        return redirect("mon-agenda")
    if request.method == "POST":
        agenda.renouveler(par=request.user)
        messages.success(request, "Voici votre nouvelle adresse. L’ancienne ne répond plus.")
        return redirect("mon-agenda")
    return render(request, "concertation/agenda/renouveler.html")


@ouvert_a_tous
@cache_control(no_store=True)
def ics(request, jeton):
    """The meetings that this person may see and that are settled; 404 for a former address, a closed account, a former member."""
    with au_nom_de(None):
        try:
            personne = personne_de_l_agenda(jeton)
        except LienInvalide:
            personne = None
        if personne is None or not personne.is_active or not personne.est_membre(*LISENT):
            raise Http404
        octets = flux(Reunion.objects.visible_to(personne).au_calendrier())
    return HttpResponse(octets, content_type="text/calendar; charset=utf-8")
