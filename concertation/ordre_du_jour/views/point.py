"""An item of an agenda: proposed, read, changed, answered, postponed, withdrawn; the secretary's note beside it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect, render

from concertation.commun.groupes import GERENT, PROPOSENT
from concertation.ordre_du_jour.forms.document import FormulaireDocuments
from concertation.ordre_du_jour.forms.point import (
    FormulaireMotif,
    FormulaireNote,
    FormulairePoint,
    FormulaireReponse,
)
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.ordre_du_jour.models.document import Document
from concertation.ordre_du_jour.models.note_secretariat import NoteSecretariat
from concertation.ordre_du_jour.models.point import EtatPoint, PointOrdreDuJour
from concertation.ordre_du_jour.points import destination, partenaire_de, sources
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.formulaires import verrouiller
from csil.historique import page_historique

ANNONCES = {
    EtatPoint.INSCRIT: "Le point est inscrit à l’ordre du jour.",
    EtatPoint.A_COMPLETER: "Votre question est envoyée à la personne qui propose.",
    EtatPoint.REFUSE: "Le point est refusé ; la personne qui le proposait lira pourquoi.",
    EtatPoint.REPORTE: "Le point est reporté.",
}


@acces(Reunion, "view_reunion")
def nouveau(request, reunion):
    """Proposed by a partner, or put on the agenda by the Référent; closed, the page says so and what one can do."""
    if "proposer_point" not in reunion.droits_de(request.user):
        return _ferme(request, reunion)
    gere = request.user.est_membre(*GERENT)
    partenaire = None if gere else partenaire_de(request.user)
    envoye = request.method == "POST"
    form = FormulairePoint(
        request.POST if envoye else None,
        request.FILES if envoye else None,
        gere=gere,
        tardif=reunion.est_arretee,
    )
    if envoye and form.is_valid():
        point = _proposer(request.user, reunion, {"partenaire": partenaire, **form.champs}, form)
        inscrit = "Le point est ajouté à l’ordre du jour." if gere else "Votre point est proposé au Référent."
        messages.success(request, inscrit)
        return redirect("ordre-du-jour", reunion.pk) if gere else redirect(point)
    contexte = {"reunion": reunion, "form": form, "gere": gere, "partenaire": partenaire}
    return render(request, "concertation/ordre_du_jour/point/nouveau.html", contexte)


@transaction.atomic
def _proposer(par, reunion, champs, form):
    point = PointOrdreDuJour.proposer(par=par, reunion=reunion, **champs)
    for fichier in form.cleaned_data["documents"]:
        Document.joindre(par=par, point=point, **fichier._asdict())
    return point


def _ferme(request, reunion):
    suivante = next(
        (r for r in Reunion.objects.visible_to(request.user).a_venir() if r.propositions_ouvertes), None
    )
    contexte = {
        "reunion": reunion,
        "propose": request.user.est_membre(*PROPOSENT),
        "suivante": suivante,
        "ecrit": [(nom, valeur) for nom, valeur in request.POST.items() if nom in ("titre", "pourquoi")],
    }
    return render(request, "concertation/ordre_du_jour/point/ferme.html", contexte, status=403)


@acces(PointOrdreDuJour, "view_point")
def point(request, point):
    droits = point.droits_de(request.user)
    contexte = {
        "point": point,
        "droits": droits,
        "documents": Document.objects.visible_to(request.user)
        .filter(point=point)
        .select_related("depose_par")
        .defer("contenu"),
        "ligne": OrdreDuJour(point.reunion).ligne_de(point.pk) if point.etat == EtatPoint.INSCRIT else None,
        "note": NoteSecretariat.objects.visible_to(request.user).filter(point=point).first(),
        "reponse": _reponse(point) if "repondre_point" in droits else None,
        "joindre": FormulaireDocuments() if "joindre_point" in droits else None,
    }
    return render(request, "concertation/ordre_du_jour/point/point.html", contexte)


@acces(PointOrdreDuJour, "modifier_point")
def modifier(request, point):
    envoye = request.method == "POST"
    form = FormulairePoint(
        request.POST if envoye else None,
        instance=verrouiller(point) if envoye else point,
        gere=request.user.est_membre(*GERENT),
    )
    if envoye and form.is_valid():
        if form.has_changed():
            form.instance.completer(par=request.user)
        messages.success(request, form.message_reprise() or "Le point est enregistré.")
        return redirect(point)
    return render(request, "concertation/ordre_du_jour/point/modifier.html", {"point": point, "form": form})


@acces(PointOrdreDuJour, "repondre_point")
def repondre(request, point):
    """Accept, ask for more, refuse with a reason, or postpone."""
    envoye = request.method == "POST"
    form = _reponse(point, request.POST if envoye else None, acte=request.GET.get("acte", ""))
    if envoye and form.is_valid():
        actuel = verrouiller(point)
        if _essayer(form, lambda: form.appliquer(actuel, par=request.user)):
            messages.success(request, ANNONCES[actuel.etat])
            return redirect("ordre-du-jour", point.reunion_id)
    return render(request, "concertation/ordre_du_jour/point/repondre.html", {"point": point, "form": form})


def _reponse(point, donnees=None, acte=""):
    tardif = point.reunion.est_arretee and not point.motif_tardif
    initial = {"section": point.section, "acte": acte}
    return FormulaireReponse(donnees, initial=initial, destination=destination(point.reunion), tardif=tardif)


@acces(PointOrdreDuJour, "reporter_point")
def reporter(request, point):
    form = FormulaireMotif(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actuel = verrouiller(point)
        if _essayer(form, lambda: actuel.reporter(par=request.user, **form.cleaned_data)):
            messages.success(request, f"« {point} » est reporté.")
            return redirect("ordre-du-jour", point.reunion_id)
    contexte = {"point": point, "form": form, "destination": destination(point.reunion)}
    return render(request, "concertation/ordre_du_jour/point/reporter.html", contexte)


@acces(PointOrdreDuJour, "retirer_point")
def retirer(request, point):
    """By whoever proposed it, without a word; by the Référent, with a reason that this person reads."""
    sien = point.propose_par_id == request.user.pk
    form = FormulaireMotif(request.POST if request.method == "POST" else None, exige=not sien)
    if form.is_bound and form.is_valid():
        actuel = verrouiller(point)
        if _essayer(form, lambda: actuel.retirer(par=request.user, **form.cleaned_data)):
            messages.success(request, f"« {point} » est retiré.")
            return redirect("ordre-du-jour", point.reunion_id) if point.reunion_id else redirect(point)
    return render(
        request, "concertation/ordre_du_jour/point/retirer.html", {"point": point, "form": form, "sien": sien}
    )


def _essayer(form, acte) -> bool:
    """What the act refuses is said where the form says its own errors."""
    try:
        acte()
    except ValidationError as erreur:
        form.add_error(None, erreur)
        return False
    return True


@acces(PointOrdreDuJour, "joindre_point")
def joindre(request, point):
    envoye = request.method == "POST"
    form = FormulaireDocuments(
        request.POST if envoye else None, request.FILES if envoye else None, deja=point.documents.count()
    )
    if envoye and form.is_valid():
        with transaction.atomic():
            for fichier in form.cleaned_data["documents"]:
                Document.joindre(par=request.user, point=point, **fichier._asdict())
        nombre = len(form.cleaned_data["documents"])
        messages.success(
            request, "Le document est joint." if nombre == 1 else f"{nombre} documents sont joints."
        )
        return redirect(point)
    return render(request, "concertation/ordre_du_jour/point/joindre.html", {"point": point, "form": form})


@acces(PointOrdreDuJour, "noter_point")
def note(request, point):
    """For the Référent and the secretary only: on no print, no document, in nobody else's history."""
    notes = NoteSecretariat.objects.visible_to(request.user).select_for_update(of=("self",))
    envoye = request.method == "POST"
    instance = notes.filter(point=point).first() or NoteSecretariat(point=point)
    form = FormulaireNote(request.POST if envoye else None, instance=instance)
    if envoye and form.is_valid():
        form.save()
        messages.success(request, form.message_reprise() or "La note est enregistrée.")
        return redirect("ordre-du-jour", point.reunion_id)
    return render(request, "concertation/ordre_du_jour/point/note.html", {"point": point, "form": form})


@acces(PointOrdreDuJour, "view_point")
def historique(request, point):
    page = page_historique(sources(point), request.GET.get("page"))
    return render(request, "concertation/ordre_du_jour/point/historique.html", {"point": point, "page": page})
