"""A version of a process: read, written, compared, approved, withdrawn, printed."""

from django.shortcuts import render
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import agir
from csil.fichiers import reponse_fichier
from csil.fichiers.pdf import GENRE
from informations_sensibles.commun.versions import pages
from informations_sensibles.secteurs.fiche import en_pdf, fiche_de
from informations_sensibles.secteurs.forms.processus import (
    FormulaireDecision,
    FormulaireEtapes,
    FormulaireRetrait,
)
from informations_sensibles.secteurs.models.version_processus import VersionProcessus
from informations_sensibles.secteurs.views.pages import page_de_processus

DOSSIER = "informations_sensibles/secteurs/version"


@acces(VersionProcessus, "view_versionprocessus", trace="cellule.version_lue")
def version(request, version):
    return _page(request, version, FormulaireDecision())


@acces(VersionProcessus, "modifier_etapes")
def etapes(request, version):
    return pages.ecrire(request, version, FormulaireEtapes, f"{DOSSIER}/etapes.html")


@acces(VersionProcessus, "soumettre_version")
@require_POST
def soumettre(request, version):
    annonce = "La version est soumise : une autorité qui n’y a rien écrit l’approuvera."
    return pages.soumettre(request, version, annonce)


@acces(VersionProcessus, "reprendre_version")
@require_POST
def reprendre(request, version):
    return pages.reprendre(request, version, "La version est de nouveau un brouillon.")


@acces(VersionProcessus, "approuver_version")
def decider(request, version):
    """Approve, or send back: what is approved is what the sector follows from now on."""
    form = FormulaireDecision(request.POST if request.method == "POST" else None)
    return pages.decider(request, version, form) or _page(request, version, form)


@acces(VersionProcessus, "retirer_version")
def retirer(request, version):
    form = FormulaireRetrait(request.POST if request.method == "POST" else None)
    chapeau = (
        f"La {version} de « {version.processus} » ne sera plus à suivre, et rien ne la remplacera tant qu’une "
        "nouvelle version n’est pas approuvée. Les fiches déjà imprimées seront périmées."
    )
    return agir(
        request, form, version.retirer, annonce="Le processus n’est plus en vigueur.", suite=version
    ) or page_de_processus(
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
    return pages.comparer(request, version, f"{DOSSIER}/comparer.html")


@acces(VersionProcessus, "view_versionprocessus", trace="cellule.fiche_de_poche")
def fiche(request, version):
    """Show the pocket sheet of this version; a former one is marked « périmée »."""
    contexte = {"secteur": version.processus.secteur, "fiches": [fiche_de(request.user, version)]}
    return render(request, f"{DOSSIER}/fiche.html", contexte)


@acces(VersionProcessus, "view_versionprocessus", trace="cellule.fiche_de_poche")
def fiche_pdf(request, version):
    octets = en_pdf(fiche_de(request.user, version), request.user)
    return reponse_fichier(f"fiche-de-poche-version-{version.numero}.pdf", GENRE, octets)


def _page(request, version, form):
    return pages.montrer(request, version, form, f"{DOSSIER}/version.html")
