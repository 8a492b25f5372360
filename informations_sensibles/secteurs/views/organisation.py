from django.contrib import messages
from django.shortcuts import redirect

from csil.acces import acces
from csil.formulaires import verrouiller
from informations_sensibles.commun.pages import page_de_secteur
from informations_sensibles.secteurs.forms.secteur import FormulaireOrganisation
from informations_sensibles.secteurs.models.organisation import OrganisationSecteur
from informations_sensibles.secteurs.models.secteur import Secteur


@acces(Secteur, "tenir_secteur")
def nouvelle(request, secteur):
    organisation = OrganisationSecteur(secteur=secteur)
    form = FormulaireOrganisation(request.POST or None, instance=organisation)
    if request.method == "POST" and form.is_valid():
        form.instance.enregistrer("organisation_ajoutee", par=request.user)
        messages.success(request, f"« {organisation} » figure dans le secteur.")
        return redirect(secteur)
    return page_de_secteur(request, secteur, "Ajouter une organisation", form)


@acces(OrganisationSecteur, "tenir_secteur")
def modifier(request, organisation):
    fiche = verrouiller(organisation) if request.method == "POST" else organisation
    form = FormulaireOrganisation(request.POST or None, instance=fiche)
    if request.method == "POST" and form.is_valid():
        if form.has_changed():
            form.instance.enregistrer("organisation_modifiee", par=request.user)
        messages.success(request, form.message_reprise() or "L’organisation est enregistrée.")
        return redirect(organisation)
    return page_de_secteur(request, organisation.secteur, f"Modifier « {organisation} »", form)
