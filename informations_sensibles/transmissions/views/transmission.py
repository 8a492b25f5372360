"""Pages of the transmissions for the Cellule: the list, a record, preparing one, recording what the TFL sent."""

from functools import partial

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.template.defaultfilters import pluralize
from django.views.decorators.http import require_POST

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir, appuyer, envoye, reprendre
from csil.fichiers import reponse_fichier
from csil.fichiers.pdf import GENRE
from csil.historique import page_historique
from csil.journal import Verbe, consigner
from csil.quarantaine.models import Quarantaine
from csil.recherche.pagination import PaginateurBorne
from informations_sensibles.commun.forms.champs import FormulaireQuarantaine
from informations_sensibles.commun.permissions import LIBERENT, MEMBRES, NOYAU, REDIGENT, a_un_role
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.signalements.views.signalement import EN_QUARANTAINE
from informations_sensibles.transmissions.envoi.conditions import conditions_de
from informations_sensibles.transmissions.filtres import FiltreTransmissions
from informations_sensibles.transmissions.forms import (
    FormulaireArrivee,
    FormulaireLien,
    FormulaireTransmission,
)
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.transmission import Transmission
from informations_sensibles.transmissions.page.cercle import cercle_de_la_transmission
from informations_sensibles.transmissions.page.frise import frise
from informations_sensibles.transmissions.page.historique import de_la_transmission
from informations_sensibles.transmissions.views.pages import DOSSIER, LUE, page_de_transmission

PAR_PAGE = 25


@ouvert_aux_membres(*MEMBRES)
def transmissions(request):
    visibles = Transmission.objects.visible_to(request.user)
    filtre = FiltreTransmissions(request.GET, visibles, request=request)
    trouvees = filtre.qs.select_related("destinataire", "preparee_par")
    page = PaginateurBorne(trouvees, PAR_PAGE).get_page(request.GET.get("page"))
    nombre = len(page.object_list)
    consigner(
        "cellule.transmissions_lues",
        par=request.user,
        verbe=Verbe.CONSULTATION,
        motif=f"{nombre} ligne{pluralize(nombre)}",
    )
    contexte = {"filtre": filtre, "page": page, "enregistre": a_un_role(request.user, LIBERENT)}
    return render(request, f"{DOSSIER}/transmissions.html", contexte)


@ouvert_aux_membres(*REDIGENT, *NOYAU)
def nouvelle(request):
    """Prepare a transmission of the dossier that `?dossier=` names, else choose one to which this person contributes."""
    dossier = _dossier_de(request)
    if dossier is None:
        siens = Dossier.objects.contribues_par(request.user).en_cours().order_by("reference")[:200]
        return render(request, f"{DOSSIER}/choisir.html", {"dossiers": siens})
    form = FormulaireTransmission(dossier, request.user, envoye(request))
    contexte = {"form": form, "dossier": dossier, "titre": "Préparer une transmission", "transmission": None}
    return agir(
        request,
        form,
        partial(Transmission.preparer, dossier=dossier),
        annonce=lambda: f"La transmission {form.fait} est préparée : une autre personne la vérifie.",
        suite=lambda: form.fait,
    ) or render(request, f"{DOSSIER}/preparer.html", contexte)


def _dossier_de(request):
    demande = request.GET.get("dossier", "")
    if not demande:
        return None
    try:
        return get_object_or_404(Dossier.objects.contribues_par(request.user), pk=demande)
    except ValidationError:
        raise Http404 from None


@acces(Transmission, "view_transmission", trace=LUE)
def transmission(request, transmission):
    visibles = list(transmission.informations_couvertes())
    contexte = {
        "transmission": transmission,
        "droits": transmission.droits_de(request.user),
        "dossier": Dossier.objects.visible_to(request.user).filter(pk=transmission.dossier_id).first(),
        "cercle": cercle_de_la_transmission(transmission),
        "moi": request.user,
        "frise": frise(transmission),
        "conditions": conditions_de(transmission) if not transmission.est_une_arrivee else [],
        "informations": visibles,
        "fermees": transmission.couvertures.couvertes().count() - len(visibles),
        "copie": _copie(transmission),
        "retours": transmission.retours.select_related("par"),
    }
    return render(request, f"{DOSSIER}/transmission.html", contexte)


def _copie(transmission):
    return CopieFigee.objects.filter(transmission=transmission).defer("contenu").first()


@acces(Transmission, "modifier_transmission", trace=LUE)
def modifier(request, transmission):
    if request.method == "POST":
        reprendre(transmission)
    form = FormulaireTransmission(transmission.dossier, request.user, envoye(request), instance=transmission)
    contexte = {
        "form": form,
        "dossier": transmission.dossier,
        "titre": "Modifier la transmission",
        "transmission": transmission,
    }
    annonce = "C’est enregistré. Les conditions sont à vérifier de nouveau."
    return agir(request, form, transmission.modifier, annonce=annonce, suite=transmission) or render(
        request, f"{DOSSIER}/preparer.html", contexte
    )


@acces(Transmission, "view_transmission", trace="cellule.transmission_historique_lu")
def historique(request, transmission):
    page = page_historique(de_la_transmission(transmission), request.GET.get("page"))
    return render(request, f"{DOSSIER}/historique.html", {"transmission": transmission, "page": page})


@acces(Transmission, "telecharger_copie")
def copie(request, transmission):
    """Give the frozen copy, for the separate network: a communication, whoever takes it."""
    figee = get_object_or_404(CopieFigee.objects.visible_to(request.user), transmission=transmission)
    consigner(
        "cellule.copie_telechargee",
        transmission,
        par=request.user,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(transmission.destinataire_id)],
    )
    reponse = reponse_fichier(figee.nom, GENRE, bytes(figee.contenu))
    reponse["Content-Security-Policy"] = "sandbox"
    return reponse


@acces(Transmission, "view_transmission")
def quarantaine(request, transmission):
    """Hide from everybody at once what was found classified later, its copy too (R31)."""
    form = FormulaireQuarantaine(envoye(request))
    cacher = partial(Quarantaine.mettre, transmission)
    annonce = "Cette transmission est cachée à tous. L’officier de sécurité est prévenu."
    titre = "Mettre en quarantaine"
    return agir(request, form, cacher, annonce=annonce, suite=lambda: form.fait) or page_de_transmission(
        request, transmission, titre, form, chapeau=EN_QUARANTAINE, lourd=True
    )


# From the TFL


@ouvert_aux_membres(*LIBERENT)
def arrivee(request):
    form = FormulaireArrivee(request.user, envoye(request))
    return agir(
        request,
        form,
        Transmission.enregistrer_arrivee,
        annonce=lambda: f"C’est enregistré : {form.fait}.",
        suite=lambda: form.fait,
    ) or render(request, f"{DOSSIER}/arrivee.html", {"form": form})


@acces(Transmission, "accuser_arrivee")
@require_POST
def accuser_arrivee(request, transmission):
    annonce = "L’accusé de réception est noté."
    return appuyer(request, transmission.accuser_arrivee, annonce=annonce, suite=transmission)


@acces(Transmission, "lier_information")
def lier(request, transmission):
    form = FormulaireLien(transmission, request.user, envoye(request))
    annonce = "L’information est liée à ce qui l’a fait naître."
    chapeau = "Une information que vous avez saisie à partir de cette pièce, ou du même dossier."
    return agir(
        request, form, transmission.lier_information, annonce=annonce, suite=transmission
    ) or page_de_transmission(request, transmission, "Lier une information", form, chapeau=chapeau)
