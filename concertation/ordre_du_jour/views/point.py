"""An item of an agenda: proposed, read, changed, answered, postponed, withdrawn; the secretary's note beside it."""

from functools import partial

from django.shortcuts import render

from concertation.commun.groupes import GERENT, PROPOSENT
from concertation.commun.pages import corriger
from concertation.ordre_du_jour.actes.reunion import proposer
from concertation.ordre_du_jour.etats import EtatPoint
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
from concertation.ordre_du_jour.models.point import PointOrdreDuJour
from concertation.ordre_du_jour.points import destination, partenaire_de, sources
from concertation.reunions.models import Reunion
from csil.acces import acces
from csil.actes import a_remplir, agir, creer, envoye, reprendre
from csil.historique import page_historique

ANNONCES = {
    EtatPoint.INSCRIT: "Le point est inscrit à l’ordre du jour.",
    EtatPoint.A_COMPLETER: "Votre question est envoyée à la personne qui propose.",
    EtatPoint.REFUSE: "Le point est refusé ; la personne qui le proposait lira pourquoi.",
    EtatPoint.REPORTE: "Le point est reporté.",
}


@acces(Reunion, "view_reunion")
def nouveau(request, reunion):
    """Propose an item, or put it on the agenda as the Référent; closed, the page says so and what one can do."""
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
    inscrit = "Le point est ajouté à l’ordre du jour." if gere else "Votre point est proposé au Référent."
    contexte = {"reunion": reunion, "form": form, "gere": gere, "partenaire": partenaire}
    return agir(
        request,
        form,
        partial(_proposer, reunion, form, **({} if gere else {"partenaire": partenaire})),
        annonce=inscrit,
        suite=lambda: reunion.adresse_ordre_du_jour if gere else form.fait,
    ) or render(request, "concertation/ordre_du_jour/point/nouveau.html", contexte)


def _proposer(reunion, form, *, par, **champs):
    """Propose the item with the documents that came with it."""
    point = proposer(reunion, par=par, **champs)
    for fichier in form.cleaned_data["documents"]:
        point.joindre(par=par, **fichier._asdict())
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
        "reponse": _reponse(request.user, point) if "repondre_point" in droits else None,
        "joindre": FormulaireDocuments() if "joindre_point" in droits else None,
    }
    return render(request, "concertation/ordre_du_jour/point/point.html", contexte)


@acces(PointOrdreDuJour, "modifier_point")
def modifier(request, point):
    """Change what the item says."""
    form = FormulairePoint(
        envoye(request),
        instance=a_remplir(request, point),
        gere=request.user.est_membre(*GERENT),
    )
    return corriger(request, form, point.modifier, annonce="Le point est enregistré.", suite=point) or render(
        request, "concertation/ordre_du_jour/point/modifier.html", {"point": point, "form": form}
    )


@acces(PointOrdreDuJour, "repondre_point")
def repondre(request, point):
    """Answer an item: accept, ask for more, refuse with a reason, or postpone."""
    envoye = request.method == "POST"
    if envoye:
        tenir_la_reunion(point)
    form = _reponse(request.user, point, request.POST if envoye else None, acte=request.GET.get("acte", ""))
    return agir(
        request,
        form,
        lambda **dits: getattr(point, form.cleaned_data["acte"])(**dits),
        annonce=lambda: ANNONCES[point.etat],
        suite=point.reunion.adresse_ordre_du_jour,
    ) or render(request, "concertation/ordre_du_jour/point/repondre.html", {"point": point, "form": form})


def tenir_la_reunion(point):
    """Hold the meeting before its item, in the order in which the agenda is arranged: two people wait, they do not block."""
    if point.reunion_id:
        reprendre(point.reunion)


def _reponse(user, point, donnees=None, acte=""):
    tardif = point.reunion.est_arretee and not point.motif_tardif
    ou = destination(point.reunion) if "reporter_point" in point.droits_de(user) else ""
    initial = {"section": point.section, "acte": acte}
    return FormulaireReponse(donnees, initial=initial, destination=ou, tardif=tardif)


@acces(PointOrdreDuJour, "reporter_point")
def reporter(request, point):
    """Postpone the item to the next meeting, with a word for whoever proposed it."""
    form = FormulaireMotif(envoye(request))
    if form.is_bound:
        tenir_la_reunion(point)
    contexte = {"point": point, "form": form, "destination": destination(point.reunion)}
    suite = point.reunion.adresse_ordre_du_jour
    return agir(request, form, point.reporter, annonce=f"« {point} » est reporté.", suite=suite) or render(
        request, "concertation/ordre_du_jour/point/reporter.html", contexte
    )


@acces(PointOrdreDuJour, "retirer_point")
def retirer(request, point):
    """Withdraw an item: whoever proposed it without a word, the Référent with a reason that this person reads."""
    sien = point.propose_par_id == request.user.pk
    form = FormulaireMotif(envoye(request), exige=not sien)
    if form.is_bound:
        tenir_la_reunion(point)
    suite = point.reunion.adresse_ordre_du_jour if point.reunion_id else point
    return agir(request, form, point.retirer, annonce=f"« {point} » est retiré.", suite=suite) or render(
        request, "concertation/ordre_du_jour/point/retirer.html", {"point": point, "form": form, "sien": sien}
    )


@acces(PointOrdreDuJour, "joindre_point")
def joindre(request, point):
    envoye = request.method == "POST"
    form = FormulaireDocuments(
        request.POST if envoye else None, request.FILES if envoye else None, deja=point.documents.count()
    )
    return agir(
        request, form, partial(_joindre, point), annonce=lambda: _joints(len(form.fait)), suite=point
    ) or render(request, "concertation/ordre_du_jour/point/joindre.html", {"point": point, "form": form})


def _joindre(point, *, par, documents):
    return [point.joindre(par=par, **fichier._asdict()) for fichier in documents]


def _joints(nombre) -> str:
    return "Le document est joint." if nombre == 1 else f"{nombre} documents sont joints."


@acces(PointOrdreDuJour, "noter_point")
def note(request, point):
    """Note for oneself beside the item, the Référent and the secretary only: on no print, in nobody else's history."""
    envoye = request.method == "POST"
    if envoye:
        reprendre(point)  # two people begin the note one after the other
    note = NoteSecretariat.objects.visible_to(request.user).filter(point=point).first()
    form = FormulaireNote(request.POST if envoye else None, instance=note or NoteSecretariat(point=point))
    faire, suite = note.ecrire if note else partial(_noter, point), point.reunion.adresse_ordre_du_jour
    return corriger(request, form, faire, annonce="La note est enregistrée.", suite=suite) or render(
        request, "concertation/ordre_du_jour/point/note.html", {"point": point, "form": form}
    )


def _noter(point, *, par, texte):
    return creer(NoteSecretariat(point=point, texte=texte), par=par)


@acces(PointOrdreDuJour, "view_point")
def historique(request, point):
    page = page_historique(sources(point), request.GET.get("page"))
    return render(request, "concertation/ordre_du_jour/point/historique.html", {"point": point, "page": page})
