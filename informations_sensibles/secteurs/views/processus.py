"""The communication processes: for the Cellule, and for the people of each sector."""

from functools import partial

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir, reprendre
from csil.comptes.groupes import POINTS_DE_CONTACT
from csil.historique import page_historique
from informations_sensibles.commun.permissions import MEMBRES
from informations_sensibles.commun.versions import pages
from informations_sensibles.secteurs import historique as histoire
from informations_sensibles.secteurs.forms.processus import FormulaireProcessus
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact
from informations_sensibles.secteurs.models.processus import ProcessusCommunication
from informations_sensibles.secteurs.models.secteur import Secteur
from informations_sensibles.secteurs.models.version_processus import VersionProcessus
from informations_sensibles.secteurs.views.pages import page_de_processus, page_de_secteur


@ouvert_aux_membres(*MEMBRES, POINTS_DE_CONTACT)
def liste(request):
    visibles = ProcessusCommunication.objects.visible_to(request.user).select_related("secteur")
    contexte = {
        "liste": visibles.prefetch_related("versions"),
        "secteurs": Secteur.objects.visible_to(request.user),
    }
    return render(request, "informations_sensibles/secteurs/processus/liste.html", contexte)


@acces(ProcessusCommunication, "view_processuscommunication", trace="cellule.processus_lu")
def processus(request, processus):
    points = PointDeContact.objects.visible_to(request.user).actuels().complets()
    contexte = {
        "processus": processus,
        "droits": processus.droits_de(request.user),
        "versions": _versions(request.user, processus),
        "point": points.filter(secteur=processus.secteur_id).first(),
    }
    return render(request, "informations_sensibles/secteurs/processus/processus.html", contexte)


def _versions(user, processus):
    versions = VersionProcessus.objects.visible_to(user).filter(processus=processus)
    return versions.select_related("redigee_par", "approuvee_par").prefetch_related("etapes")


@acces(Secteur, "proposer_processus")
def nouveau(request, secteur):
    form = FormulaireProcessus(request.POST or None, instance=ProcessusCommunication(secteur=secteur))
    return agir(
        request,
        form,
        partial(ProcessusCommunication.proposer, secteur=secteur),
        annonce="Le processus est ouvert : écrivez maintenant ses étapes.",
        suite=lambda: reverse("version-etapes", args=[form.fait.en_preparation.pk]),
    ) or page_de_secteur(request, secteur, "Proposer un processus", form, bouton="Écrire les étapes")


@acces(ProcessusCommunication, "rediger_processus")
def modifier(request, processus):
    if request.method == "POST":
        reprendre(processus)
    form = FormulaireProcessus(request.POST or None, instance=processus)
    return agir(
        request,
        form,
        processus.modifier,
        annonce=lambda: form.message_reprise() or "Le processus est enregistré.",
        suite=processus,
    ) or page_de_processus(request, processus, "Modifier le titre et le but", form)


@acces(ProcessusCommunication, "suivre_processus")
def historique(request, processus):
    page = page_historique(histoire.du_processus(processus), request.GET.get("page"))
    contexte = {"processus": processus, "page": page}
    return render(request, "informations_sensibles/secteurs/processus/historique.html", contexte)


@acces(ProcessusCommunication, "preparer_version")
@require_POST
def brouillon(request, processus):
    return pages.preparer(
        request, processus, "est un brouillon : rien ne change tant qu’elle n’est pas approuvée."
    )
