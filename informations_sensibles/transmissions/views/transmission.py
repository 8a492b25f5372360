"""Transmissions to and from the TFL, for the Cellule: list, record, preparation; what comes from the TFL."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import pluralize
from django.views.decorators.http import require_POST

from csil.acces import acces, ouvert_aux_membres
from csil.fichiers import reponse_fichier
from csil.fichiers.pdf import GENRE
from csil.formulaires import verrouiller
from csil.historique import page_historique
from csil.journal import Verbe, consigner
from csil.quarantaine.models import Quarantaine
from csil.recherche.pagination import PaginateurBorne
from informations_sensibles.commun.forms.champs import FormulaireQuarantaine
from informations_sensibles.commun.pages import page_de_transmission
from informations_sensibles.commun.permissions import LIBERENT, MEMBRES, NOYAU, REDIGENT, a_un_role
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.signalements.views.signalement import EN_QUARANTAINE
from informations_sensibles.transmissions.conditions import conditions_de
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

PAR_PAGE = 25
DOSSIER = "informations_sensibles/transmissions"


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
    """Of the dossier that `?dossier=` names, to which this person contributes."""
    dossier = _dossier_de(request)
    if dossier is None:
        siens = Dossier.objects.contribues_par(request.user).en_cours().order_by("reference")[:200]
        return render(request, f"{DOSSIER}/choisir.html", {"dossiers": siens})
    form = FormulaireTransmission(dossier, request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            faite = form.preparer(par=request.user)
        except ValidationError as erreur:
            _reporter(form, erreur)
        else:
            messages.success(
                request, f"La transmission {faite} est préparée : une autre personne la vérifie."
            )
            return redirect(faite)
    contexte = {"form": form, "dossier": dossier, "titre": "Préparer une transmission", "transmission": None}
    return render(request, f"{DOSSIER}/preparer.html", contexte)


def _dossier_de(request):
    demande = request.GET.get("dossier", "")
    if not demande:
        return None
    try:
        return get_object_or_404(Dossier.objects.contribues_par(request.user), pk=demande)
    except ValidationError:
        raise Http404 from None


@acces(Transmission, "view_transmission", trace="cellule.transmission_lue")
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


@acces(Transmission, "modifier_transmission", trace="cellule.transmission_lue")
def modifier(request, transmission):
    fiche = verrouiller(transmission) if request.method == "POST" else transmission
    donnees = request.POST if request.method == "POST" else None
    form = FormulaireTransmission(fiche.dossier, request.user, donnees, instance=fiche)
    if request.method == "POST" and form.is_valid():
        try:
            form.modifier(par=request.user)
        except ValidationError as erreur:
            _reporter(form, erreur)
        else:
            messages.success(request, "C’est enregistré. Les conditions sont à vérifier de nouveau.")
            return redirect(fiche)
    contexte = {
        "form": form,
        "dossier": fiche.dossier,
        "titre": "Modifier la transmission",
        "transmission": transmission,
    }
    return render(request, f"{DOSSIER}/preparer.html", contexte)


@acces(Transmission, "view_transmission", trace="cellule.transmission_historique_lu")
def historique(request, transmission):
    page = page_historique(de_la_transmission(transmission), request.GET.get("page"))
    return render(request, f"{DOSSIER}/historique.html", {"transmission": transmission, "page": page})


@acces(Transmission, "telecharger_copie")
def copie(request, transmission):
    """The frozen copy, for the separate network: a communication, whoever takes it."""
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
    """Found classified later: hidden from everybody at once, its copy too (R31)."""
    form = FormulaireQuarantaine(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            mise = Quarantaine.mettre(transmission, par=request.user, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(
                request, "Cette transmission est cachée à tous. L’officier de sécurité est prévenu."
            )
            return redirect(mise)
    return page_de_transmission(
        request, transmission, "Mettre en quarantaine", form, chapeau=EN_QUARANTAINE, lourd=True
    )


# From the TFL


@ouvert_aux_membres(*LIBERENT)
def arrivee(request):
    form = FormulaireArrivee(request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            recue = form.enregistrer(par=request.user)
        except ValidationError as erreur:
            _reporter(form, erreur)
        else:
            messages.success(request, f"C’est enregistré : {recue}.")
            return redirect(recue)
    return render(request, f"{DOSSIER}/arrivee.html", {"form": form})


@acces(Transmission, "accuser_arrivee")
@require_POST
def accuser_arrivee(request, transmission):
    transmission.accuser_arrivee(par=request.user)
    messages.success(request, "L’accusé de réception est noté.")
    return redirect(transmission)


@acces(Transmission, "lier_information")
def lier(request, transmission):
    form = FormulaireLien(transmission, request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            transmission.lier_information(form.cleaned_data["information"], par=request.user)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, "L’information est liée à ce qui l’a fait naître.")
            return redirect(transmission)
    chapeau = "Une information que vous avez saisie à partir de cette pièce, ou du même dossier."
    return page_de_transmission(request, transmission, "Lier une information", form, chapeau=chapeau)


def _reporter(form, erreur):
    """What the act refused, on the field it names where the form has it."""
    par_champ = getattr(erreur, "error_dict", {None: erreur.messages})
    for nom, messages_ in par_champ.items():
        textes = [str(m) for e in messages_ for m in (e.messages if hasattr(e, "messages") else [e])]
        form.add_error(nom if nom in form.fields else None, textes)
