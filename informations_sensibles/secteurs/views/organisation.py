from functools import partial

from csil.acces import acces
from csil.actes import agir, reprendre
from informations_sensibles.secteurs.forms.secteur import FormulaireOrganisation
from informations_sensibles.secteurs.models.organisation import OrganisationSecteur
from informations_sensibles.secteurs.models.secteur import Secteur
from informations_sensibles.secteurs.views.pages import page_de_secteur


@acces(Secteur, "tenir_secteur")
def nouvelle(request, secteur):
    form = FormulaireOrganisation(request.POST or None, instance=OrganisationSecteur(secteur=secteur))
    return agir(
        request,
        form,
        partial(OrganisationSecteur.ajouter, secteur=secteur),
        annonce=lambda: f"« {form.fait} » figure dans le secteur.",
        suite=secteur,
    ) or page_de_secteur(request, secteur, "Ajouter une organisation", form)


@acces(OrganisationSecteur, "tenir_secteur")
def modifier(request, organisation):
    titre = f"Modifier « {organisation} »"
    if request.method == "POST":
        reprendre(organisation)
    form = FormulaireOrganisation(request.POST or None, instance=organisation)
    return agir(
        request,
        form,
        organisation.modifier,
        annonce=lambda: form.message_reprise() or "L’organisation est enregistrée.",
        suite=organisation,
    ) or page_de_secteur(request, organisation.secteur, titre, form)
