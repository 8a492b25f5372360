"""Calendars: a person's own feed, its secret address open to whoever holds it; the file of one meeting."""

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control

from concertation.agenda.calendrier import FICHIER, en_ics, flux
from concertation.agenda.jetons import adresse_d_agenda, personne_de_l_agenda
from concertation.agenda.models import AgendaPersonnel
from concertation.commun.groupes import LISENT
from concertation.commun.jetons import LienInvalide
from concertation.reunions.models import Reunion
from csil.acces import acces, ouvert_a_tous, ouvert_aux_membres
from csil.actes import agir, envoye
from csil.identite import au_nom_de


@ouvert_aux_membres(*LISENT)
@cache_control(no_store=True)
def mon_agenda(request):
    """Show the address of one's feed, made when its person asks for it."""
    if request.method == "POST":
        AgendaPersonnel.ouvrir(par=request.user)
        return redirect("mon-agenda")
    agenda = AgendaPersonnel.objects.filter(personne=request.user).first()
    contexte = {"agenda": agenda, "adresse": adresse_d_agenda(agenda) if agenda else ""}
    return render(request, "concertation/agenda/mon_agenda.html", contexte)


@ouvert_aux_membres(*LISENT)
def renouveler(request):
    """Renew the address: asked for once, the calendars that follow the former one stop."""
    agenda = AgendaPersonnel.objects.filter(personne=request.user).first()
    if agenda is None:
        return redirect("mon-agenda")
    form = Form(envoye(request))
    annonce = "Voici votre nouvelle adresse. L’ancienne ne répond plus."
    return agir(request, form, agenda.renouveler, annonce=annonce, suite="mon-agenda") or render(
        request, "concertation/agenda/renouveler.html"
    )


@ouvert_a_tous
@cache_control(no_store=True)
def ics(request, jeton):
    """Give the meetings that this person may see and that are settled; 404 for a former address, a closed account, a former member."""
    with au_nom_de(None):
        try:
            personne = personne_de_l_agenda(jeton)
        except LienInvalide:
            personne = None
        if personne is None or not personne.is_active or not personne.est_membre(*LISENT):
            raise Http404
        octets = flux(Reunion.objects.visible_to(personne).au_calendrier())
    return HttpResponse(octets, content_type="text/calendar; charset=utf-8")


@acces(Reunion, "view_reunion")
@cache_control(no_store=True)
def reunion_ics(request, reunion):
    """Give the calendar file of one meeting."""
    entetes = {"Content-Disposition": f'attachment; filename="{FICHIER}"'}
    return HttpResponse(en_ics(reunion), content_type="text/calendar; charset=utf-8", headers=entetes)
