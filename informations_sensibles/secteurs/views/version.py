"""A version of a process: read, written, compared, approved, withdrawn, printed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.fichiers import reponse_fichier
from csil.fichiers.pdf import GENRE
from csil.formulaires import verrouiller
from informations_sensibles.commun.comparaison import comparer as comparer_versions
from informations_sensibles.commun.pages import page_de_processus
from informations_sensibles.secteurs.fiche import en_pdf, fiche_de
from informations_sensibles.secteurs.forms.processus import (
    FormulaireDecision,
    FormulaireEtapes,
    FormulaireRetrait,
)
from informations_sensibles.secteurs.models.version_processus import VersionProcessus


@acces(VersionProcessus, "view_versionprocessus", trace="cellule.version_lue")
def version(request, version):
    return _page(request, version, FormulaireDecision())


@acces(VersionProcessus, "modifier_etapes")
def etapes(request, version):
    """All the steps in one form; the buttons that move them give the page back, and save nothing."""
    redaction = verrouiller(version) if request.method == "POST" else version
    form = FormulaireEtapes(redaction, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        form.save(par=request.user)
        messages.success(request, "Les étapes sont enregistrées.")
        return redirect(version)
    return render(
        request, "informations_sensibles/secteurs/version/etapes.html", {"version": version, "form": form}
    )


@acces(VersionProcessus, "soumettre_version")
@require_POST
def soumettre(request, version):
    try:
        version.soumettre(par=request.user)
    except ValidationError as erreur:
        messages.error(request, " ".join(erreur.messages))
    else:
        messages.success(request, "La version est soumise : une autorité qui n’y a rien écrit l’approuvera.")
    return redirect(version)


@acces(VersionProcessus, "reprendre_version")
@require_POST
def reprendre(request, version):
    version.reprendre(par=request.user)
    messages.success(request, "La version est de nouveau un brouillon.")
    return redirect(version)


@acces(VersionProcessus, "approuver_version")
def decider(request, version):
    """Approve, or send back: what is approved is what the sector follows from now on."""
    form = FormulaireDecision(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        approuve = form.cleaned_data["decision"] == "approuver"
        try:
            if approuve:
                version.approuver(par=request.user, jusqu_au=form.cleaned_data["jusqu_au"])
            else:
                version.renvoyer(par=request.user, decision=form.cleaned_data["pourquoi"])
        except ValidationError as erreur:
            form.add_error("pourquoi", erreur.messages)
        else:
            suite = "en vigueur" if approuve else "renvoyée à qui l’a écrite"
            messages.success(request, f"La {version} est {suite}.")
            return redirect(version)
    return _page(request, version, form)


@acces(VersionProcessus, "retirer_version")
def retirer(request, version):
    form = FormulaireRetrait(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        version.retirer(par=request.user, decision=form.cleaned_data["pourquoi"])
        messages.success(request, "Le processus n’est plus en vigueur.")
        return redirect(version)
    chapeau = (
        f"La {version} de « {version.processus} » ne sera plus à suivre, et rien ne la remplacera tant qu’une "
        "nouvelle version n’est pas approuvée. Les fiches déjà imprimées seront périmées."
    )
    return page_de_processus(
        request,
        version.processus,
        "Retirer le processus",
        form,
        chapeau=chapeau,
        bouton="Retirer",
        lourd=True,
    )


@acces(VersionProcessus, "suivre_version")
def comparer(request, version):
    avant = version.precedente
    contexte = {"version": version, "avant": avant, "lignes": comparer_versions(avant, version)}
    return render(request, "informations_sensibles/secteurs/version/comparer.html", contexte)


@acces(VersionProcessus, "view_versionprocessus", trace="cellule.fiche_de_poche")
def fiche(request, version):
    """The pocket sheet of this version; a former one is marked « périmée »."""
    contexte = {"secteur": version.processus.secteur, "fiches": [fiche_de(request.user, version)]}
    return render(request, "informations_sensibles/secteurs/version/fiche.html", contexte)


@acces(VersionProcessus, "view_versionprocessus", trace="cellule.fiche_de_poche")
def fiche_pdf(request, version):
    octets = en_pdf(fiche_de(request.user, version), request.user)
    return reponse_fichier(f"fiche-de-poche-version-{version.numero}.pdf", GENRE, octets)


def _page(request, version, form):
    contexte = {
        "version": version,
        "processus": version.processus,
        "droits": version.droits_de(request.user),
        "form": form,
        "avant": version.precedente,
    }
    return render(request, "informations_sensibles/secteurs/version/version.html", contexte)
