"""The pages of the informations: what waits for me, what I may read, entering one, and what became of it."""

from functools import partial

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render
from django.template.defaultfilters import pluralize

from csil.acces import acces, ouvert_aux_membres
from csil.actes import a_remplir, agir, envoye
from csil.historique import page_historique
from csil.journal import Verbe, consigner
from csil.quarantaine.models import Quarantaine
from csil.recherche.pagination import PaginateurBorne
from informations_sensibles.commun.forms.champs import FormulaireQuarantaine
from informations_sensibles.commun.permissions import MEMBRES
from informations_sensibles.dossiers.models import DUREE, Dossier, Revelation
from informations_sensibles.informations.filtres import FiltreInformations
from informations_sensibles.informations.forms.actes import FormulaireMotif
from informations_sensibles.informations.forms.information import (
    FormulaireCorrection,
    FormulaireIdentite,
    FormulaireInformation,
)
from informations_sensibles.informations.models.information import Information
from informations_sensibles.informations.models.rectification import ARectifier
from informations_sensibles.informations.page import historique as histoire
from informations_sensibles.informations.page.masques import lieux
from informations_sensibles.informations.page.meme_personne import autour_de
from informations_sensibles.informations.page.parcours import parcours
from informations_sensibles.informations.views.pages import LUE, PAGES, page_d_information

PAR_PAGE = 25


@ouvert_aux_membres(*MEMBRES)
def informations(request):
    visibles = Information.objects.visible_to(request.user)
    filtre = FiltreInformations(request.GET, visibles, request=request)
    paginateur = PaginateurBorne(filtre.qs.pour_liste(), PAR_PAGE)
    page = paginateur.get_page(request.GET.get("page"))
    nombre = len(page.object_list)
    consigner(
        "cellule.informations_lues",
        par=request.user,
        verbe=Verbe.CONSULTATION,
        motif=f"{nombre} ligne{pluralize(nombre)}",
    )
    contexte = {"filtre": filtre, "page": page, "legende": _legende(paginateur)}
    return render(request, f"{PAGES}/informations.html", contexte)


def _legende(paginateur) -> str:
    if paginateur.deborde:
        return f"{paginateur.nombre.capitalize()} informations : les dernières d’abord. Un filtre montre les autres."
    return f"{paginateur.count} information{pluralize(paginateur.count)}, la dernière d’abord."


@ouvert_aux_membres(*MEMBRES)
def nouvelle(request):
    """Enter an information, into the dossier of `?dossier=`; without one, the person is named apart, and it waits for one."""
    dossier = _dossier_demande(request)
    identite = None if dossier else FormulaireIdentite(envoye(request), prefix="identite")
    form = FormulaireInformation(envoye(request), dossier=dossier, identite=identite)
    formulaires = [form, *filter(None, [identite])]
    contexte = {"form": form, "identite": identite, "dossier": dossier, "formulaires": formulaires}
    return agir(
        request,
        form,
        Information.saisir,
        annonce=lambda: _saisie(form.fait),
        suite=lambda: form.fait,
    ) or render(request, f"{PAGES}/nouvelle.html", contexte)


def _dossier_demande(request):
    demande = request.GET.get("dossier")
    if not demande:
        return None
    try:
        trouve = Dossier.objects.contribues_par(request.user).filter(pk=demande).first()
    except ValidationError:
        trouve = None
    if trouve is None:
        raise Http404
    return trouve


def _saisie(information) -> str:
    if information.version_circuit:
        return f"L’information {information} est enregistrée. Elle attend d’être validée."
    return (
        f"L’information {information} est enregistrée. Aucun circuit n’existe pour elle : le Chef de Corps et le Référent "
        "la voient, et décident."
    )


@acces(Information, "view_information", trace=LUE)
def information(request, information):
    autour = autour_de(information, request.user)
    masques = list(information.passages_masques.select_related("par", "information"))
    contexte = {
        "information": information,
        "droits": information.droits_de(request.user),
        "parcours": parcours(information),
        "autour": autour,
        "identite": information.identite_lue,
        "identite_gardee": information.identite_id is not None,
        "visible_jusqu_a": _jusqu_a(information, request.user),
        "a_prevenir": ARectifier.objects.visible_to(request.user)
        .filter(information=information)
        .select_related("destinataire", "fait_par"),
        "rectifications": information.rectifications.select_related("par"),
        "masques": masques,
        "encore_lisible": lieux(information, masques, request.user),
    }
    return render(request, f"{PAGES}/information.html", contexte)


def _jusqu_a(information, user):
    """Give when the identity is masked again for this person; None while it is."""
    derniere = Revelation.objects.filter(par=user, identite__information=information).first()
    lue = information.identite_lue
    return derniere.le + DUREE if derniere and lue else None


@acces(Information, "view_information", trace="cellule.information_historique_lu")
def historique(request, information):
    page = page_historique(histoire.de_l_information(information), request.GET.get("page"))
    return render(request, f"{PAGES}/historique.html", {"information": information, "page": page})


@acces(Information, "view_information", trace=LUE)
def identite(request, information):
    """Show who it is for fifteen minutes, for a reason that the journal keeps (R68)."""
    cle = information.identite_id
    if cle is None:
        raise Http404
    form = FormulaireMotif(information, envoye(request))
    return agir(
        request,
        form,
        partial(Revelation.demander, information, identite_id=cle),
        annonce="L’identité est visible quinze minutes.",
        suite=f"{information.get_absolute_url()}#identite",
    ) or page_d_information(
        request, information, "Voir de qui il s’agit", form, VOIR, bouton="Voir l’identité", lourd=True
    )


@acces(Information, "modifier_information", trace=LUE)
def modifier(request, information):
    fiche = a_remplir(request, information)
    form = FormulaireCorrection(envoye(request), instance=fiche)
    return agir(
        request,
        form,
        information.modifier,
        annonce=lambda: form.message_reprise() or "L’information est corrigée.",
        suite=information,
    ) or page_d_information(request, information, "Corriger", form, CORRIGER, bouton="Enregistrer", lu=False)


@acces(Information, "cacher_information")
def quarantaine(request, information):
    """Hide from everybody at once, whoever hides it included, what was found classified later (R31)."""
    form = FormulaireQuarantaine(envoye(request))
    return agir(
        request,
        form,
        partial(Quarantaine.mettre, information),
        annonce="Cette information est cachée à tous. L’officier de sécurité est prévenu.",
        suite=lambda: form.fait,
    ) or page_d_information(
        request, information, "Mettre en quarantaine", form, EN_QUARANTAINE, lourd=True, lu=False
    )


VOIR = (
    "L’identité reste visible quinze minutes, pour vous seul, sur la page de cette information. Votre motif est gardé au "
    "journal, que lit le délégué à la protection des données."
)
CORRIGER = "Jusqu’à sa validation, vous pouvez encore la corriger. Ensuite, elle se rectifie."
EN_QUARANTAINE = (
    "Personne ne pourra plus la lire, vous compris, circuit et historique compris. L’officier de sécurité décide ensuite : "
    "l’effacer, à deux voix, ou la rendre visible."
)
