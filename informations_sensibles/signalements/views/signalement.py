"""Contextual reports: for the Cellule all of them, for whoever reported their own and the answer."""

from functools import partial

from django.core.paginator import Paginator
from django.shortcuts import render
from django.template.defaultfilters import pluralize

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir, envoye
from csil.comptes.groupes import POINTS_DE_CONTACT
from csil.courrier.models import Envoi
from csil.historique import page_historique
from csil.journal import Verbe, consigner
from csil.quarantaine.models import Quarantaine
from informations_sensibles.commun.forms.champs import FormulaireQuarantaine
from informations_sensibles.commun.permissions import MEMBRES, est_de_la_cellule
from informations_sensibles.secteurs.models import PointDeContact
from informations_sensibles.signalements import historique as histoire
from informations_sensibles.signalements.cercle import cercle_de
from informations_sensibles.signalements.filtres import FiltreSiens, FiltreSignalements
from informations_sensibles.signalements.forms.signalement import FormulaireSignalement
from informations_sensibles.signalements.models.blocage import Blocage
from informations_sensibles.signalements.models.signalement import SignalementContextuel
from informations_sensibles.signalements.repetitions import autour_de, repetitions
from informations_sensibles.signalements.views.pages import page_de_signalement

PAR_PAGE = 25
DOSSIER = "informations_sensibles/signalements"
EN_QUARANTAINE = (
    "Personne ne pourra plus le lire, vous compris, historique et traitement compris. L’officier de sécurité décide "
    "ensuite : l’effacer, à deux voix, ou le rendre visible."
)


@ouvert_aux_membres(*MEMBRES, POINTS_DE_CONTACT)
def signalements(request):
    membre = est_de_la_cellule(request.user)
    visibles = SignalementContextuel.objects.visible_to(request.user)
    filtre = (FiltreSignalements if membre else FiltreSiens)(request.GET, visibles, request=request)
    trouves = filtre.ordonner(
        filtre.qs.select_related("secteur", "quartier", "traitement__proprietaire", "reponse")
    )
    page = Paginator(trouves, PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {"filtre": filtre, "page": page}
    if membre:
        contexte["repetitions"] = repetitions(visibles)
    nombre = len(page.object_list)
    consigner(
        "cellule.signalements_lus",
        par=request.user,
        verbe=Verbe.CONSULTATION,
        motif=f"{nombre} ligne{pluralize(nombre)}",
    )
    return render(request, f"{DOSSIER}/{'signalements' if membre else 'siens'}.html", contexte)


@ouvert_aux_membres(*MEMBRES, POINTS_DE_CONTACT)
def nouveau(request):
    form = FormulaireSignalement(request.user, envoye(request))
    return agir(
        request,
        form,
        # Under the key that the guard wrote in the journal, if it asked something
        partial(SignalementContextuel.signaler, id=form.instance.pk),
        annonce=lambda: f"Merci. Votre signalement contextuel est reçu : {form.fait}.",
        suite=lambda: form.fait,
    ) or render(request, f"{DOSSIER}/nouveau.html", {"form": form, "membre": est_de_la_cellule(request.user)})


@ouvert_aux_membres(*MEMBRES, POINTS_DE_CONTACT)
def urgence(request):
    """Say what to do when it cannot wait: anything but this platform."""
    points = PointDeContact.objects.visible_to(request.user).actuels().complets().select_related("secteur")
    return render(request, f"{DOSSIER}/urgence.html", {"points": points.order_by("secteur__nom")})


@acces(SignalementContextuel, "view_signalementcontextuel", trace="cellule.signalement_lu")
def signalement(request, signalement):
    droits = signalement.droits_de(request.user)
    if "lire_traitement" not in droits:
        return render(request, f"{DOSSIER}/sien.html", {"signalement": signalement})
    visibles = SignalementContextuel.objects.visible_to(request.user)
    blocages = Blocage.objects.visible_to(request.user).filter(signalement=signalement).en_vigueur()
    contexte = {
        "signalement": signalement,
        "droits": droits,
        "cercle": cercle_de(signalement),
        "autour": autour_de(signalement, visibles)[:6],
        "repetitions": [r for r in repetitions(visibles) if r.cle == getattr(signalement, f"{r.champ}_id")],
        "blocages": [(b, b.droits_de(request.user)) for b in blocages.select_related("personne", "par")],
        "envois": Envoi.objects.pour(signalement).a_montrer(request.user),
    }
    return render(request, f"{DOSSIER}/signalement.html", contexte)


@acces(SignalementContextuel, "lire_traitement", trace="cellule.signalement_historique_lu")
def historique(request, signalement):
    sources = histoire.du_signalement(signalement, request.user)
    page = page_historique(sources, request.GET.get("page"))
    return render(request, f"{DOSSIER}/historique.html", {"signalement": signalement, "page": page})


@acces(SignalementContextuel, "mettre_en_quarantaine")
def quarantaine(request, signalement):
    """Hide from everybody at once, whoever hides it included, a report found to be classified (R31)."""
    form = FormulaireQuarantaine(envoye(request))
    return agir(
        request,
        form,
        partial(Quarantaine.mettre, signalement),
        annonce="Ce signalement contextuel est caché à tous. L’officier de sécurité est prévenu.",
        suite=lambda: form.fait,
    ) or page_de_signalement(
        request, signalement, "Mettre en quarantaine", form, EN_QUARANTAINE, lourd=True, lu=False
    )
