"""The acts that move a dossier, each on a page that says what it does."""

from django.shortcuts import render
from django.urls import reverse

from csil.acces import acces
from csil.actes import agir, envoye
from csil.texte.typographie import date_longue
from informations_sensibles.dossiers.cloture import manques_pour_clore
from informations_sensibles.dossiers.forms.dossier import (
    FormulaireConclusion,
    FormulaireDActe,
    FormulaireMot,
    FormulaireMotif,
    FormulaireOuverture,
)
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.revue import Conclusion
from informations_sensibles.dossiers.views.pages import LU, PAGES, page_de_dossier


@acces(Dossier, "ouvrir_dossier", trace=LU)
def dossier_ouvrir(request, dossier):
    form = FormulaireOuverture(dossier, envoye(request))
    annonce = f"Le dossier {dossier} est ouvert. Il est maintenant à son cercle, et son pilote peut le mettre en suivi."
    suite = _encore_lu(request, dossier)
    return agir(request, form, dossier.ouvrir, annonce=annonce, suite=suite) or page_de_dossier(
        request, dossier, "Ouvrir le dossier", form, OUVRIR, lu=True
    )


@acces(Dossier, "ne_pas_ouvrir_dossier", trace=LU)
def dossier_ne_pas_ouvrir(request, dossier):
    form = FormulaireMotif(dossier, envoye(request))
    annonce = f"La proposition {dossier} est close, avec son motif."
    suite = _encore_lu(request, dossier)
    return agir(request, form, dossier.ne_pas_ouvrir, annonce=annonce, suite=suite) or page_de_dossier(
        request, dossier, "Ne pas ouvrir", form, NE_PAS_OUVRIR, lourd=True, lu=True
    )


def _encore_lu(request, dossier):
    """Send who decided back to the dossier if they still read it, else to the list: decided, it is its circle's."""
    visibles = Dossier.objects.visible_to(request.user).filter(pk=dossier.pk)
    return lambda: dossier if visibles.exists() else "dossiers"


@acces(Dossier, "suivre_dossier", trace=LU)
def dossier_suivre(request, dossier):
    form = FormulaireDActe(dossier, envoye(request))
    annonce = "Le dossier est en suivi."
    return agir(request, form, dossier.suivre, annonce=annonce, suite=dossier) or page_de_dossier(
        request, dossier, "Mettre en suivi", form, SUIVRE
    )


@acces(Dossier, "mettre_en_revue_dossier", trace=LU)
def dossier_mettre_en_revue(request, dossier):
    form = FormulaireDActe(dossier, envoye(request))
    annonce = "La revue est ouverte : concluez-la quand la Cellule en a parlé."
    return agir(request, form, dossier.mettre_en_revue, annonce=annonce, suite=dossier) or page_de_dossier(
        request, dossier, "Mettre en revue", form, REVOIR
    )


@acces(Dossier, "conclure_dossier", trace=LU)
def dossier_conclure(request, dossier):
    form = FormulaireConclusion(dossier, envoye(request))

    def suite():
        clore = form.cleaned_data["conclusion"] == Conclusion.CLORE
        return reverse("dossier-clore", args=[dossier.pk]) if clore else dossier

    annonce = "La revue est conclue."
    return agir(request, form, dossier.conclure_revue, annonce=annonce, suite=suite) or page_de_dossier(
        request, dossier, "Conclure la revue", form, _conclure(dossier), lu=True
    )


def _conclure(dossier) -> str:
    if dossier.prolongation_du_bourgmestre:
        return "Ce dossier a déjà été prolongé trois fois : le Bourgmestre décide seul de poursuivre encore."
    deja = {0: "pas encore", 1: "une fois"}.get(dossier.prolongations, f"{dossier.prolongations} fois")
    return f"Poursuivre se justifie et se compte : ce dossier a été prolongé {deja}. À partir de la quatrième, le Bourgmestre décide."


@acces(Dossier, "clore_dossier", trace=LU)
def dossier_clore(request, dossier):
    """Show first what is still open; when nothing is, ask for the motive (R62)."""
    manques = manques_pour_clore(dossier, request.user)
    form = FormulaireMotif(dossier, None if manques else envoye(request))
    annonce = f"Le dossier {dossier} est clos."
    return agir(request, form, dossier.clore, annonce=annonce, suite=dossier) or _page_clore(
        request, dossier, form, manques
    )


def _page_clore(request, dossier, form, manques):
    contexte = {
        "dossier": dossier,
        "form": form,
        "manques": manques,
        "conservation": dossier.conservation_apres_cloture(),
        "regards": dossier.dates_des_regards(),
    }
    return render(request, f"{PAGES}/clore.html", contexte)


@acces(Dossier, "reprendre_dossier", trace=LU)
def dossier_reprendre(request, dossier):
    form = FormulaireMotif(dossier, envoye(request))
    annonce = "Le suivi social est arrêté. La police reprend seule."
    return agir(
        request, form, dossier.reprendre_par_la_police, annonce=annonce, suite=dossier
    ) or page_de_dossier(request, dossier, "Reprendre par la police seule", form, REPRENDRE, lourd=True)


@acces(Dossier, "regarder_dossier", trace=LU)
def dossier_regarder(request, dossier):
    form = FormulaireMot(dossier, envoye(request))
    prevu = date_longue(getattr(dossier, dossier.regard_du))
    chapeau = f"Prévu pour le {prevu}, après la clôture : les signes ont-ils reparu ?"
    annonce = "Le coup d’œil est noté."
    return agir(request, form, dossier.regarder, annonce=annonce, suite=dossier) or page_de_dossier(
        request, dossier, "Noter un coup d’œil", form, chapeau, bouton="Noter"
    )


OUVRIR = (
    "Vous pesez à votre tour ce que l’auteur a pesé : la nécessité, la mesure, et l’absence d’un moyen plus léger. Votre nom "
    "reste à côté du sien."
)
NE_PAS_OUVRIR = (
    "La proposition s’arrête ici, avec son motif. Elle est gardée moins longtemps qu’un dossier clos."
)
SUIVRE = "Les services du cercle commencent à agir, chacun dans son rôle."
REVOIR = (
    "La Cellule regarde si le suivi est encore nécessaire. Rien ne change pour le cercle pendant la revue."
)
REPRENDRE = (
    "La police poursuit seule, hors de cette plateforme. Le suivi social s’arrête maintenant, et ne reprend pas : il ne reste "
    "ici que la trace de cette décision."
)
