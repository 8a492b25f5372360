"""The agenda: read by every member, arranged by the Référent in one form, taken away as a PDF."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from concertation.ordre_du_jour.actes.reunion import arreter, rouvrir
from concertation.ordre_du_jour.arrangement import arranger as arranger_reunion
from concertation.ordre_du_jour.etats import EN_ATTENTE
from concertation.ordre_du_jour.forms.arrangement import FormulaireArrangement
from concertation.ordre_du_jour.gestes import Geste
from concertation.ordre_du_jour.impression import ordre_du_jour_pdf
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.ordre_du_jour.models.note_secretariat import NoteSecretariat
from concertation.ordre_du_jour.models.point import PointOrdreDuJour
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.actes import appuyer, dire, reprendre
from csil.fichiers import reponse_fichier
from csil.fichiers.pdf import GENRE

PAGE = "concertation/ordre_du_jour/ordre_du_jour.html"
FRAGMENT = "concertation/ordre_du_jour/fragment.html"


@acces(Reunion, "view_reunion")
def ordre_du_jour(request, reunion):
    return render(request, PAGE, _contexte(request, reunion, geste=Geste.lu_dans(request.GET)))


@acces(Reunion, "arranger_reunion")
def arranger(request, reunion):
    """Do one gesture of whoever arranges, one request each; what was typed in the other fields is saved with it."""
    if request.method != "POST":
        return redirect("ordre-du-jour", reunion.pk)
    geste = Geste.lu_dans(request.POST)
    form = FormulaireArrangement(OrdreDuJour(reprendre(reunion)), request.POST)
    if form.is_valid() and _arranger(form, geste, par=request.user):
        return _suite(request, reunion, geste, form)
    contexte = _contexte(request, reunion, form=form)
    return render(request, FRAGMENT if request.htmx else PAGE, contexte)


def _arranger(form, geste, *, par) -> bool:
    try:
        with transaction.atomic():
            reunion = form.ordre_du_jour.reunion
            ordre = form.cleaned_data["ordre"]
            arranger_reunion(reunion, lambda a: a.durees(form.durees), geste.faire, par=par, ordre=ordre)
            if not geste.page(reunion):
                geste.ajouter(reunion, par=par)
    except ValidationError as erreur:
        dire(form, erreur)
        return False
    return True


def _suite(request, reunion, geste, form):
    if page := geste.page(reunion):
        return HttpResponseClientRedirect(page) if request.htmx else redirect(page)
    avant = form.ordre_du_jour.ligne_de(geste.pk)
    reunion.refresh_from_db()
    contexte = _contexte(request, reunion, geste=geste)
    annonce = geste.annonce(contexte["ordre_du_jour"], avant.point.section if avant else "")
    if request.htmx:
        return render(request, FRAGMENT, {**contexte, "annonce": annonce})
    messages.success(request, annonce)
    adresse = reunion.adresse_ordre_du_jour
    return redirect(f"{adresse}?{geste.nom}={geste.pk}" if geste.pk else adresse)


def _contexte(request, reunion, *, form=None, geste=None) -> dict:
    droits = reunion.droits_de(request.user)
    ordre_du_jour = form.ordre_du_jour if form else OrdreDuJour(reunion)
    if form is None and "arranger_reunion" in droits:
        form = FormulaireArrangement(ordre_du_jour)
    if geste:
        geste.viser(ordre_du_jour)
    redige = reunion.est_redacteur(request.user)
    notes = NoteSecretariat.objects.visible_to(request.user).filter(point__reunion=reunion) if redige else ()
    par_point = {note.point_id: note for note in notes if note.texte}
    for ligne in ordre_du_jour.lignes:
        ligne.note = par_point.get(ligne.point.pk)
    points = PointOrdreDuJour.objects.visible_to(request.user)
    return {
        "reunion": reunion,
        "droits": droits,
        "ordre_du_jour": ordre_du_jour,
        "form": form,
        "redige": redige,
        "annonce": "",
        "propositions": points.filter(reunion=reunion, etat__in=EN_ATTENTE)
        .select_related("partenaire", "propose_par")
        .order_by("propose_le"),
    }


@acces(Reunion, "view_reunion")
def pdf(request, reunion):
    jour = timezone.localdate(reunion.debut)
    octets = ordre_du_jour_pdf(reunion, request.user)
    return reponse_fichier(f"ordre-du-jour-{jour:%Y-%m-%d}.pdf", GENRE, octets)


@acces(Reunion, "arreter_reunion")
@require_POST
def reunion_arreter(request, reunion):
    """Close the agenda; what is missing is said on the meeting's page."""
    annonce = "L’ordre du jour est arrêté. Un point ajouté maintenant se motive."
    return appuyer(request, partial(arreter, reunion), annonce=annonce, suite=reunion)


@acces(Reunion, "rouvrir_reunion")
@require_POST
def reunion_rouvrir(request, reunion):
    """Make the agenda a draft again."""
    annonce = "L’ordre du jour est de nouveau un brouillon."
    return appuyer(request, partial(rouvrir, reunion), annonce=annonce, suite=reunion)
