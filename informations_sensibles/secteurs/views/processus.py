"""The communication processes: for the Cellule, and for the people of each sector."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from csil.acces import acces, ouvert_aux_membres
from csil.comptes.groupes import POINTS_DE_CONTACT
from csil.formulaires import verrouiller
from csil.historique import page_historique
from informations_sensibles.commun.pages import page_de_processus, page_de_secteur
from informations_sensibles.commun.permissions import MEMBRES
from informations_sensibles.secteurs import historique as histoire
from informations_sensibles.secteurs.forms.processus import FormulaireProcessus
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact
from informations_sensibles.secteurs.models.processus import ProcessusCommunication
from informations_sensibles.secteurs.models.secteur import Secteur
from informations_sensibles.secteurs.models.version_processus import VersionProcessus


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
    if request.method == "POST" and form.is_valid():
        propose = ProcessusCommunication.proposer(
            par=request.user, secteur=secteur, titre=form.instance.titre, but=form.instance.but
        )
        messages.success(request, "Le processus est ouvert : écrivez maintenant ses étapes.")
        return redirect("version-etapes", propose.en_preparation.pk)
    return page_de_secteur(request, secteur, "Proposer un processus", form, bouton="Écrire les étapes")


@acces(ProcessusCommunication, "rediger_processus")
def modifier(request, processus):
    fiche = verrouiller(processus) if request.method == "POST" else processus
    form = FormulaireProcessus(request.POST or None, instance=fiche)
    if request.method == "POST" and form.is_valid():
        if form.has_changed():
            form.instance.enregistrer(par=request.user)
        messages.success(request, form.message_reprise() or "Le processus est enregistré.")
        return redirect(processus)
    return page_de_processus(request, processus, "Modifier le titre et le but", form)


@acces(ProcessusCommunication, "suivre_processus")
def historique(request, processus):
    page = page_historique(histoire.du_processus(processus), request.GET.get("page"))
    contexte = {"processus": processus, "page": page}
    return render(request, "informations_sensibles/secteurs/processus/historique.html", contexte)


@acces(ProcessusCommunication, "preparer_version")
@require_POST
def brouillon(request, processus):
    try:
        version = processus.nouveau_brouillon(par=request.user)
    except ValidationError as erreur:
        messages.error(request, erreur.message)
        return redirect(processus)
    messages.success(
        request, f"La {version} est un brouillon : rien ne change tant qu’elle n’est pas approuvée."
    )
    return redirect("version-etapes", version.pk)
