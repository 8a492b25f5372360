"""A version of a circuit: read, written, compared, approved by two people, withdrawn."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.formulaires import verrouiller
from informations_sensibles.circuits.forms import FormulaireEtapes
from informations_sensibles.circuits.ligne import ligne_du_modele
from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.commun.comparaison import comparer as comparer_versions
from informations_sensibles.commun.comparaison import comparer_cases
from informations_sensibles.commun.forms.version import FormulaireDecision, FormulaireRetrait
from informations_sensibles.commun.pages import page_de_circuit


@acces(VersionCircuit, "view_versioncircuit", trace="cellule.circuit_version_lue")
def version_circuit(request, version):
    return _page(request, version, FormulaireDecision())


@acces(VersionCircuit, "modifier_etapes")
def etapes(request, version):
    """All the steps in one form; the buttons that move them give the page back, and save nothing."""
    redaction = verrouiller(version) if request.method == "POST" else version
    form = FormulaireEtapes(redaction, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        form.save(par=request.user)
        messages.success(request, "Les étapes sont enregistrées.")
        return redirect(version)
    return render(
        request, "informations_sensibles/circuits/version/etapes.html", {"version": version, "form": form}
    )


@acces(VersionCircuit, "soumettre_version")
@require_POST
def soumettre(request, version):
    try:
        version.soumettre(par=request.user)
    except ValidationError as erreur:
        messages.error(request, " ".join(erreur.messages))
    else:
        messages.success(request, "La version est soumise : le Référent et le Chef de Corps l’approuvent.")
    return redirect(version)


@acces(VersionCircuit, "reprendre_version")
@require_POST
def reprendre(request, version):
    version.reprendre(par=request.user)
    messages.success(request, "La version est de nouveau un brouillon, et n’est plus approuvée par personne.")
    return redirect(version)


@acces(VersionCircuit, "approuver_version")
def decider(request, version):
    """Approve, or send back: what both approved is the circuit of what is entered from now on."""
    form = FormulaireDecision(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data["decision"] == "approuver":
                suite = "en vigueur" if version.approuver(par=request.user) else "approuvée en votre nom"
            else:
                version.renvoyer(par=request.user, decision=form.cleaned_data["pourquoi"])
                suite = "renvoyée à qui l’a écrite"
        except ValidationError as erreur:
            form.add_error("pourquoi", erreur.messages)
        else:
            messages.success(request, f"La {version} est {suite}.")
            return redirect(version)
    return _page(request, version, form)


@acces(VersionCircuit, "retirer_version")
def retirer(request, version):
    form = FormulaireRetrait(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        version.retirer(par=request.user, decision=form.cleaned_data["pourquoi"])
        messages.success(request, "Le circuit n’est plus en vigueur.")
        return redirect(version)
    chapeau = (
        f"Ce qui sera saisi sous « {version.circuit} » attendra, vu du seul Chef de Corps, du Référent et de qui l’a "
        "saisi, jusqu’à ce qu’une nouvelle version soit approuvée. Ce qui est en cours garde son circuit."
    )
    return page_de_circuit(
        request, version.circuit, "Retirer le circuit", form, chapeau=chapeau, bouton="Retirer", lourd=True
    )


@acces(VersionCircuit, "suivre_version", trace="cellule.circuit_version_lue")
def comparer(request, version):
    avant = version.precedente
    contexte = {
        "version": version,
        "avant": avant,
        "lignes": comparer_versions(avant, version),
        "cases": comparer_cases(avant, version, VersionCircuit.PERMIS),
    }
    return render(request, "informations_sensibles/circuits/version/comparer.html", contexte)


def _page(request, version, form):
    contexte = {
        "version": version,
        "circuit": version.circuit,
        "ligne": ligne_du_modele(version),
        "droits": version.droits_de(request.user),
        "form": form,
        "avant": version.precedente,
    }
    return render(request, "informations_sensibles/circuits/version/version_circuit.html", contexte)
