"""The pages on which dossiers are read: the list, the page of one, what waits for a meeting of the Cellule, the chronology, the history."""

from functools import partial

from django.shortcuts import render
from django.template.defaultfilters import pluralize

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir, envoye, reprendre
from csil.historique import page_historique
from csil.journal import Verbe, consigner
from csil.quarantaine.models import Quarantaine
from csil.recherche.pagination import PaginateurBorne
from informations_sensibles.commun.forms.champs import FormulaireQuarantaine
from informations_sensibles.commun.permissions import MEMBRES, REDIGENT, a_un_role
from informations_sensibles.dossiers.ajouts import ajouts
from informations_sensibles.dossiers.filtres import FiltreDossiers
from informations_sensibles.dossiers.forms.dossier import FormulaireDossier, FormulaireInformee
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.effacement import Effacement
from informations_sensibles.dossiers.models.gel import Gel
from informations_sensibles.dossiers.models.implication import Qualite
from informations_sensibles.dossiers.page import historique as histoire
from informations_sensibles.dossiers.page.a_traiter import a_traiter as lire_a_traiter
from informations_sensibles.dossiers.page.cercle import cercle_du_dossier
from informations_sensibles.dossiers.page.chronologie import chronologie as raconter
from informations_sensibles.dossiers.page.frise import frise
from informations_sensibles.dossiers.views.pages import LU, PAGES, page_de_dossier
from informations_sensibles.signalements.views.signalement import EN_QUARANTAINE

PAR_PAGE = 25
DERNIERS = 8


@ouvert_aux_membres(*MEMBRES)
def dossiers(request):
    visibles = Dossier.objects.visible_to(request.user)
    filtre = FiltreDossiers(request.GET, visibles, request=request)
    trouves = filtre.qs.select_related("pilote").order_by("-propose_le", "-pk")
    page = PaginateurBorne(trouves, PAR_PAGE).get_page(request.GET.get("page"))
    nombre = len(page.object_list)
    consigner(
        "cellule.dossiers_lus",
        par=request.user,
        verbe=Verbe.CONSULTATION,
        motif=f"{nombre} ligne{pluralize(nombre)}",
    )
    contexte = {"filtre": filtre, "page": page, "propose": a_un_role(request.user, REDIGENT)}
    return render(request, f"{PAGES}/dossiers.html", contexte)


@ouvert_aux_membres(*MEMBRES)
def a_traiter(request):
    """Show references only, for the table of a meeting and for paper."""
    listes = lire_a_traiter(request.user)
    consigner("cellule.dossiers_lus", par=request.user, verbe=Verbe.CONSULTATION, motif="liste à traiter")
    return render(request, f"{PAGES}/a_traiter.html", {"listes": listes})


@ouvert_aux_membres(*REDIGENT)
def nouveau(request):
    form = FormulaireDossier(request.user, envoye(request))
    return proposer(request, form, Dossier.proposer) or page_nouveau(request, form)


def proposer(request, form, faire):
    """Do what a good proposal asks for by `faire`, an act that gives the dossier; None while the page is still to be shown."""
    return agir(
        request,
        form,
        faire,
        annonce=lambda: f"Le dossier {form.fait} est proposé. Une autre personne l’ouvre, ou non.",
        suite=lambda: form.fait,
    )


def page_nouveau(request, form, information=None):
    """Show the form of a proposal; `information`: the one that it is born of."""
    return render(request, f"{PAGES}/nouveau.html", {"form": form, "information": information})


@acces(Dossier, "view_dossier", trace=LU)
def dossier(request, dossier):
    user = request.user
    personnes = list(dossier.implications.filter(retiree_le=None))
    contexte = {
        "dossier": dossier,
        "droits": dossier.droits_de(user),
        "frise": frise(dossier),
        "cercle": cercle_du_dossier(dossier),
        "personnes": personnes,
        "suivie": next((personne for personne in personnes if personne.qualite == Qualite.SUIVIE), None),
        "facteurs": dossier.facteurs.filter(retire_le=None),
        "refus": dossier.refus.select_related("partenaire"),
        "gels": Gel.objects.en_vigueur().filter(dossier=dossier).select_related("par"),
        "effacements": [
            (e, e.droits_de(user))
            for e in Effacement.objects.visible_to(user)
            .filter(dossier=dossier, decision="")
            .select_related("par")
        ],
        "parties": [ajout.partie(dossier, user) for ajout in ajouts() if ajout.partie],
        "evenements": raconter(dossier, user)[:DERNIERS],
    }
    return render(request, f"{PAGES}/dossier.html", contexte)


@acces(Dossier, "view_dossier", trace="cellule.dossier_raconte")
def chronologie(request, dossier):
    """Tell the whole dossier on one page."""
    contexte = {"dossier": dossier, "evenements": raconter(dossier, request.user)}
    return render(request, f"{PAGES}/chronologie.html", contexte)


@acces(Dossier, "view_dossier", trace="cellule.dossier_historique_lu")
def historique(request, dossier):
    page = page_historique(histoire.du_dossier(dossier, request.user), request.GET.get("page"))
    return render(request, f"{PAGES}/historique.html", {"dossier": dossier, "page": page})


@acces(Dossier, "modifier_dossier", trace=LU)
def modifier(request, dossier):
    form = FormulaireDossier(request.user, envoye(request), instance=_du_moment(request, dossier))
    return _enregistrer(request, dossier, form, dossier.modifier) or page_de_dossier(
        request, dossier, "Modifier le dossier", form, MODIFIER, bouton="Enregistrer"
    )


@acces(Dossier, "informer_dossier", trace=LU)
def informer(request, dossier):
    form = FormulaireInformee(envoye(request), instance=_du_moment(request, dossier))
    return _enregistrer(request, dossier, form, dossier.informer) or page_de_dossier(
        request, dossier, "Ce que sait la personne", form, INFORMER, bouton="Enregistrer"
    )


def _du_moment(request, dossier):
    """Hold the dossier, so that what the form compares is what the act finds."""
    return reprendre(dossier) if request.method == "POST" else dossier


def _enregistrer(request, dossier, form, faire):
    return agir(
        request,
        form,
        faire,
        annonce=lambda: form.message_reprise() or "Le dossier est enregistré.",
        suite=dossier,
    )


@acces(Dossier, "mettre_en_quarantaine_dossier")
def quarantaine(request, dossier):
    """Hide from everybody at once, whoever hides it included, what was found classified later (R31)."""
    form = FormulaireQuarantaine(envoye(request))
    return agir(
        request,
        form,
        partial(Quarantaine.mettre, dossier),
        annonce="Ce dossier est caché à tous. L’officier de sécurité est prévenu.",
        suite="dossiers",
    ) or page_de_dossier(request, dossier, "Mettre en quarantaine", form, EN_QUARANTAINE, lourd=True)


MODIFIER = (
    "Tant que le dossier est proposé, ce qui sera pesé par deux personnes peut encore changer. Ensuite, seul l’intérêt de "
    "l’enfant se complète."
)
INFORMER = "La personne a le droit de savoir qu’on parle d’elle, sauf raison écrite. La question revient à chaque revue."
