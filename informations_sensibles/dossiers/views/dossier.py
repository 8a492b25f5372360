"""Reading dossiers: the list, the page of one, what waits for a meeting of the Cellule, the chronology, the history."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.template.defaultfilters import pluralize

from csil.acces import acces, ouvert_aux_membres
from csil.formulaires import verrouiller
from csil.historique import page_historique
from csil.journal import Verbe, consigner
from csil.quarantaine.models import Quarantaine
from csil.recherche.pagination import PaginateurBorne
from csil.texte.typographie import date_longue
from informations_sensibles.commun.forms.champs import FormulaireQuarantaine
from informations_sensibles.commun.pages import page_de_dossier
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
from informations_sensibles.informations.models import Information
from informations_sensibles.signalements.views.signalement import EN_QUARANTAINE

PAR_PAGE = 25
DERNIERS = 8
PAGES = "informations_sensibles/dossiers"
LU = "cellule.dossier_lu"


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
    """References only, for the table of a meeting and for paper."""
    listes = lire_a_traiter(request.user)
    consigner("cellule.dossiers_lus", par=request.user, verbe=Verbe.CONSULTATION, motif="liste à traiter")
    return render(request, f"{PAGES}/a_traiter.html", {"listes": listes})


@ouvert_aux_membres(*REDIGENT)
def nouveau(request):
    form = FormulaireDossier(request.user, request.POST if request.method == "POST" else None)
    return _proposer(request, form, Dossier.proposer)


@acces(Information, "proposer_dossier", trace="cellule.information_lue")
def information_proposer(request, information):
    """What the information says stays in it, with its own readers: the dossier quotes its reference."""
    donnees = request.POST if request.method == "POST" else None
    signes = f"D’après l’information {information}, fait du {date_longue(information.date_fait)} : "
    form = FormulaireDossier(request.user, donnees, information=information, initial={"signes": signes})
    return _proposer(request, form, information.proposer_un_dossier, information=information)


def _proposer(request, form, acte, **contexte):
    if request.method == "POST" and form.is_valid():
        try:
            dossier = acte(par=request.user, id=form.instance.pk, **form.champs())
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(
                request, f"Le dossier {dossier} est proposé. Une autre personne l’ouvre, ou non."
            )
            return redirect(dossier)
    return render(request, f"{PAGES}/nouveau.html", {"form": form, "information": None, **contexte})


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
        "refus": dossier.refuss.select_related("partenaire"),
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
    """The whole dossier on one page."""
    contexte = {"dossier": dossier, "evenements": raconter(dossier, request.user)}
    return render(request, f"{PAGES}/chronologie.html", contexte)


@acces(Dossier, "view_dossier", trace="cellule.dossier_historique_lu")
def historique(request, dossier):
    page = page_historique(histoire.du_dossier(dossier, request.user), request.GET.get("page"))
    return render(request, f"{PAGES}/historique.html", {"dossier": dossier, "page": page})


@acces(Dossier, "modifier_dossier", trace=LU)
def modifier(request, dossier):
    form = _formulaire(request, dossier, lambda *a, **k: FormulaireDossier(request.user, *a, **k))
    return _enregistrer(request, dossier, form, "modifier", "Modifier le dossier", MODIFIER)


@acces(Dossier, "informer_dossier", trace=LU)
def informer(request, dossier):
    form = _formulaire(request, dossier, FormulaireInformee)
    return _enregistrer(request, dossier, form, "informer", "Ce que sait la personne", INFORMER)


def _formulaire(request, dossier, formulaire):
    fiche = verrouiller(dossier) if request.method == "POST" else dossier
    return formulaire(request.POST if request.method == "POST" else None, instance=fiche)


def _enregistrer(request, dossier, form, acte, titre, chapeau):
    if request.method == "POST" and form.is_valid():
        try:
            if form.has_changed():
                getattr(form.instance, acte)(par=request.user, **form.champs())
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, form.message_reprise() or "Le dossier est enregistré.")
            return redirect(dossier)
    return page_de_dossier(request, dossier, titre, form, chapeau, bouton="Enregistrer")


@acces(Dossier, "mettre_en_quarantaine_dossier")
def quarantaine(request, dossier):
    """Found classified later: hidden from everybody at once, whoever hides it included (R31)."""
    form = FormulaireQuarantaine(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            Quarantaine.mettre(dossier, par=request.user, **form.cleaned_data)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, "Ce dossier est caché à tous. L’officier de sécurité est prévenu.")
            return redirect("dossiers")
    return page_de_dossier(request, dossier, "Mettre en quarantaine", form, EN_QUARANTAINE, lourd=True)


MODIFIER = (
    "Tant que le dossier est proposé, ce qui sera pesé par deux personnes peut encore changer. Ensuite, seul l’intérêt de "
    "l’enfant se complète."
)
INFORMER = "La personne a le droit de savoir qu’on parle d’elle, sauf raison écrite. La question revient à chaque revue."
