"""Pages of the contact TFL: what was transmitted to it and what waits for its answer, nothing else of the Cellule."""

from django.shortcuts import render
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.views.decorators.http import require_POST

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir, appuyer, envoye
from csil.comptes.groupes import CONTACT_TFL
from csil.journal import Verbe, consigner
from csil.recherche.pagination import PaginateurBorne
from informations_sensibles.transmissions.forms import FormulaireRetour
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.transmission import Transmission
from informations_sensibles.transmissions.views.pages import DOSSIER, LUE

PAR_PAGE = 25
MERCI = "Merci : la Cellule sait que vous l’avez reçue."


@ouvert_aux_membres(CONTACT_TFL)
def transmissions_recues(request):
    siennes = Transmission.objects.adressees_a(request.user).order_by("-liberee_le", "pk")
    page = PaginateurBorne(siennes.select_related("finalite"), PAR_PAGE).get_page(request.GET.get("page"))
    nombre = len(page.object_list)
    consigner(
        "cellule.transmissions_lues",
        par=request.user,
        verbe=Verbe.CONSULTATION,
        motif=f"{nombre} ligne{pluralize(nombre)}",
    )
    attendent = siennes.en_attente_de_retour()
    contexte = {"page": page, "attendent": attendent.order_by("retour_attendu_le")}
    return render(request, f"{DOSSIER}/recues.html", contexte)


@acces(Transmission, "lire_transmission", trace=LUE)
def transmission_recue(request, transmission):
    contexte = {
        "transmission": transmission,
        "droits": transmission.droits_de(request.user),
        "copie": CopieFigee.objects.filter(transmission=transmission).defer("contenu").first(),
        "retours": transmission.retours.select_related("par"),
    }
    return render(request, f"{DOSSIER}/recue.html", contexte)


@acces(Transmission, "accuser_transmission")
@require_POST
def transmission_accuser(request, transmission):
    suite = reverse("transmission-recue", args=[transmission.pk])
    return appuyer(request, transmission.accuser, annonce=MERCI, suite=suite)


@acces(Transmission, "repondre_transmission", trace=LUE)
def transmission_repondre(request, transmission):
    form = FormulaireRetour(envoye(request))
    suite = reverse("transmission-recue", args=[transmission.pk])
    annonce = "Votre retour est transmis à la Cellule."
    return agir(request, form, transmission.repondre, annonce=annonce, suite=suite) or render(
        request, f"{DOSSIER}/repondre.html", {"transmission": transmission, "form": form}
    )
