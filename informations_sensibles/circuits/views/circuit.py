"""The table of circuits: what an information goes through, by kind and source."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir
from csil.historique import page_historique
from informations_sensibles.circuits import historique as histoire
from informations_sensibles.circuits.forms import FormulaireCircuit
from informations_sensibles.circuits.ligne import ligne_du_modele
from informations_sensibles.circuits.models.circuit import Circuit
from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.circuits.tableau import tableau
from informations_sensibles.circuits.views.pages import page_des_circuits
from informations_sensibles.commun.permissions import MEMBRES, REGLENT, a_un_role
from informations_sensibles.commun.versions import pages
from informations_sensibles.commun.vocabulaire import SourceInformation


@ouvert_aux_membres(*MEMBRES)
def circuits(request):
    lignes = tableau(request.user)
    contexte = {
        "lignes": lignes,
        "sources": list(SourceInformation),
        "nombre": sum(case.version is not None for _, cases in lignes for case in cases),
        "regle": a_un_role(request.user, REGLENT),
    }
    return render(request, "informations_sensibles/circuits/circuits.html", contexte)


@ouvert_aux_membres(*REGLENT)
def nouveau(request):
    """Open a circuit for a pair that has none; `?genre=&source=`: the one that was chosen in the table."""
    propose = {nom: request.GET[nom] for nom in ("genre", "source") if nom in request.GET}
    form = FormulaireCircuit(request.POST or None, initial=propose)
    chapeau = "Ce que doit traverser une information de ce genre et de cette source avant de servir."
    return agir(
        request,
        form,
        Circuit.ouvrir,
        annonce="Le circuit est ouvert : écrivez maintenant ses étapes.",
        suite=lambda: reverse("version-circuit-etapes", args=[form.fait.en_preparation.pk]),
    ) or page_des_circuits(request, "Écrire un circuit", form, chapeau=chapeau, bouton="Écrire les étapes")


@acces(Circuit, "view_circuit", trace="cellule.circuit_lu")
def circuit(request, circuit):
    version = circuit.en_vigueur
    versions = VersionCircuit.objects.visible_to(request.user).filter(circuit=circuit)
    contexte = {
        "circuit": circuit,
        "version": version,
        "ligne": ligne_du_modele(version) if version else [],
        "droits": circuit.droits_de(request.user),
        "versions": versions,
    }
    return render(request, "informations_sensibles/circuits/circuit.html", contexte)


@acces(Circuit, "view_circuit", trace="cellule.circuit_lu")
def historique(request, circuit):
    page = page_historique(histoire.du_circuit(circuit), request.GET.get("page"))
    contexte = {"circuit": circuit, "page": page}
    return render(request, "informations_sensibles/circuits/historique.html", contexte)


@acces(Circuit, "preparer_version")
@require_POST
def brouillon(request, circuit):
    return pages.preparer(
        request, circuit, "est un brouillon : rien ne change tant qu’elle n’est pas approuvée deux fois."
    )
