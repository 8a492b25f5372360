"""A version of a circuit: read, written, compared, approved by two people, withdrawn."""

from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import agir
from informations_sensibles.circuits.forms import FormulaireEtapes
from informations_sensibles.circuits.ligne import ligne_du_modele
from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.circuits.views.pages import page_de_circuit
from informations_sensibles.commun.versions import pages
from informations_sensibles.commun.versions.comparaison import comparer_cases
from informations_sensibles.commun.versions.forms import FormulaireDecision, FormulaireRetrait

DOSSIER = "informations_sensibles/circuits/version"


@acces(VersionCircuit, "view_versioncircuit", trace="cellule.circuit_version_lue")
def version_circuit(request, version):
    return _page(request, version, FormulaireDecision())


@acces(VersionCircuit, "modifier_etapes")
def etapes(request, version):
    return pages.ecrire(request, version, FormulaireEtapes, f"{DOSSIER}/etapes.html")


@acces(VersionCircuit, "soumettre_version")
@require_POST
def soumettre(request, version):
    annonce = "La version est soumise : le Référent et le Chef de Corps l’approuvent."
    return pages.soumettre(request, version, annonce)


@acces(VersionCircuit, "reprendre_version")
@require_POST
def reprendre(request, version):
    annonce = "La version est de nouveau un brouillon, et n’est plus approuvée par personne."
    return pages.reprendre(request, version, annonce)


@acces(VersionCircuit, "approuver_version")
def decider(request, version):
    """Approve, or send back: what both approved is the circuit of what is entered from now on."""
    form = FormulaireDecision(request.POST if request.method == "POST" else None)
    return pages.decider(request, version, form) or _page(request, version, form)


@acces(VersionCircuit, "retirer_version")
def retirer(request, version):
    form = FormulaireRetrait(request.POST if request.method == "POST" else None)
    chapeau = (
        f"Ce qui sera saisi sous « {version.circuit} » attendra, vu du seul Chef de Corps, du Référent et de qui l’a "
        "saisi, jusqu’à ce qu’une nouvelle version soit approuvée. Ce qui est en cours garde son circuit."
    )
    return agir(
        request, form, version.retirer, annonce="Le circuit n’est plus en vigueur.", suite=version
    ) or page_de_circuit(
        request, version.circuit, "Retirer le circuit", form, chapeau=chapeau, bouton="Retirer", lourd=True
    )


@acces(VersionCircuit, "suivre_version", trace="cellule.circuit_version_lue")
def comparer(request, version):
    cases = comparer_cases(version.precedente, version, VersionCircuit.PERMIS)
    return pages.comparer(request, version, f"{DOSSIER}/comparer.html", cases=cases)


def _page(request, version, form):
    ligne = ligne_du_modele(version)
    return pages.montrer(request, version, form, f"{DOSSIER}/version.html", ligne=ligne)
