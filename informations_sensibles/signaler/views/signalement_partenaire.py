"""Pages where the Cellule examines a partner’s report on a person, takes it up, closes it and answers."""

from functools import partial

from django.core.paginator import Paginator
from django.shortcuts import render
from django.template.defaultfilters import pluralize

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir, envoye
from csil.courrier.models import Envoi
from csil.historique import page_historique
from csil.journal import Verbe, consigner
from csil.quarantaine.models import Quarantaine
from informations_sensibles.commun.forms.champs import FormulaireQuarantaine
from informations_sensibles.commun.permissions import NOYAU, RECOIVENT
from informations_sensibles.dossiers.models import Identite
from informations_sensibles.informations.models import Information
from informations_sensibles.signaler.filtres import FiltreSignalementsPartenaires
from informations_sensibles.signaler.forms.ouverture import FormulaireMotif
from informations_sensibles.signaler.forms.signalement_partenaire import (
    FormulaireCloturePartenaire,
    FormulaireReprise,
)
from informations_sensibles.signaler.historique import du_signalement_partenaire
from informations_sensibles.signaler.models.ouverture import OuverturePartenaire
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire
from informations_sensibles.signaler.visibilite import retires

DOSSIER = "informations_sensibles/signaler/signalement_partenaire"
LU = "cellule.signalement_partenaire_lu"
PAR_PAGE = 25
AU_REFERENT = "le Référent Radicalisme, et par qui l’a signalé"
AU_NOYAU = "le Référent Radicalisme, le Bourgmestre, le Chef de Corps, et par qui l’a signalé"
JOURNAL = "Inscrit au journal, que lit le délégué à la protection des données."
REVELER = "Vous verrez le nom pendant un quart d’heure, vous seul. Le journal garde votre raison. Écrivez-la sans le nommer."
REPRENDRE = (
    "Vous en faites une information de la Cellule : elle suit le circuit des signalements de partenaires, et le partenaire en "
    "reste propriétaire. Le nom, s’il est donné, l’accompagne, masqué. Dès maintenant le Bourgmestre et le Chef de Corps lisent "
    "ce signalement de partenaire, et son auteur ne peut plus le retirer."
)
CLORE = (
    "C’est définitif : une issue, sa raison, et une réponse qui en dit le moins possible. La personne qui a signalé est "
    "prévenue par un courriel sans contenu ; elle lit la réponse ici, jamais l’issue."
)
EN_QUARANTAINE = (
    "Personne ne pourra plus le lire, vous et son auteur compris. L’officier de sécurité décide ensuite : l’effacer, à deux "
    "voix, ou le rendre visible."
)


@ouvert_aux_membres(*RECOIVENT, *NOYAU)
def signalements_partenaires(request):
    visibles = SignalementPartenaire.objects.lus_dans_la_cellule(request.user)
    filtre = FiltreSignalementsPartenaires(request.GET, visibles, request=request)
    trouves = filtre.ordonner(filtre.qs.select_related("partenaire", "suite"))
    page = Paginator(trouves, PAR_PAGE).get_page(request.GET.get("page"))
    nombre = len(page.object_list)
    consigner(
        "cellule.signalements_partenaires_lus",
        par=request.user,
        verbe=Verbe.CONSULTATION,
        motif=f"{nombre} ligne{pluralize(nombre)}",
    )
    contexte = {
        "filtre": filtre,
        "page": page,
        "retires": retires(),
        "ouverts": OuverturePartenaire.objects.visible_to(request.user).en_vigueur().count(),
    }
    return render(request, f"{DOSSIER}/signalements_partenaires.html", contexte)


@acces(SignalementPartenaire, "lire_suite", trace=LU)
def signalement_partenaire(request, signalement):
    moi, suite = request.user, signalement.suivi
    avant = SignalementPartenaire.objects.de_la_meme_personne(signalement, moi)
    contexte = {
        "signalement": signalement,
        "identite": Identite.objects.visible_to(moi).filter(signalement_partenaire=signalement).first(),
        "masquee": signalement.identite_id is not None,
        "avant": avant.select_related("partenaire", "suite").order_by("-recu_le"),
        "information": suite and Information.objects.visible_to(moi).filter(suite_signalement=suite).first(),
        "droits": signalement.droits_de(request.user),
        "cercle": AU_REFERENT if signalement.etat == "recu" else AU_NOYAU,
        "envois": Envoi.objects.pour(signalement).a_montrer(request.user),
    }
    return render(request, f"{DOSSIER}/signalement_partenaire.html", contexte)


@acces(SignalementPartenaire, "lire_suite", trace="cellule.signalement_partenaire_historique_lu")
def historique(request, signalement):
    page = page_historique(du_signalement_partenaire(signalement), request.GET.get("page"))
    return render(request, f"{DOSSIER}/historique.html", {"signalement": signalement, "page": page})


@acces(SignalementPartenaire, "reveler_identite", trace=LU)
def reveler(request, signalement):
    form = FormulaireMotif(envoye(request), lus=JOURNAL)
    return agir(request, form, signalement.reveler, suite=signalement) or _page(
        request, signalement, "Voir qui c’est", form, REVELER, "Voir"
    )


@acces(SignalementPartenaire, "reprendre_signalementpartenaire", trace=LU)
def reprendre(request, signalement):
    form = FormulaireReprise(request.user, signalement, envoye(request))
    return agir(
        request,
        form,
        signalement.reprendre,
        annonce=lambda: f"C’est repris dans l’information {form.fait}. Il reste à répondre.",
        suite=signalement,
    ) or _page(request, signalement, "Reprendre", form, REPRENDRE, "Reprendre dans une information")


@acces(SignalementPartenaire, "clore_signalementpartenaire", trace=LU)
def clore(request, signalement):
    form = FormulaireCloturePartenaire(request.user, signalement, envoye(request))
    annonce = "C’est clos, et la réponse est donnée."
    return agir(request, form, signalement.clore, annonce=annonce, suite=signalement) or _page(
        request, signalement, "Clore", form, CLORE, "Clore et répondre"
    )


@acces(SignalementPartenaire, "cacher_signalementpartenaire")
def quarantaine(request, signalement):
    """Hide from everybody at once, whoever hides it included, what was found classified later (R31)."""
    form = FormulaireQuarantaine(envoye(request))
    cacher = partial(Quarantaine.mettre, signalement)
    annonce = "C’est caché à tous. L’officier de sécurité est prévenu."
    titre = "Mettre en quarantaine"
    return agir(request, form, cacher, annonce=annonce, suite=lambda: form.fait) or _page(
        request, signalement, titre, form, EN_QUARANTAINE, titre, lu=False
    )


def _page(request, signalement, titre, form, chapeau, bouton, lu=True):
    """Show the form of an act and, unless `lu` is False, what was reported beside it."""
    contexte = {
        "signalement": signalement,
        "titre": titre,
        "form": form,
        "chapeau": chapeau,
        "bouton": bouton,
        "lu": lu,
    }
    return render(request, f"{DOSSIER}/acte.html", contexte)
