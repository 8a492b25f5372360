"""The acts that move a dossier, each on a page that says what it does."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse

from csil.acces import acces
from csil.texte.typographie import date_longue
from informations_sensibles.commun.pages import agir
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
from informations_sensibles.dossiers.views.dossier import LU, PAGES


def _envoye(request):
    return request.POST if request.method == "POST" else None


def _encore_lu(request, dossier):
    """Decided, a proposal is its circle's: whoever decided goes back to the list, unless they are of it."""
    visibles = Dossier.objects.visible_to(request.user).filter(pk=dossier.pk)
    return lambda: "" if visibles.exists() else reverse("dossiers")


@acces(Dossier, "ouvrir_dossier", trace=LU)
def dossier_ouvrir(request, dossier):
    return agir(
        request,
        dossier,
        FormulaireOuverture(dossier, _envoye(request)),
        dossier.ouvrir,
        f"Le dossier {dossier} est ouvert. Il est maintenant à son cercle, et son pilote peut le mettre en suivi.",
        suite=_encore_lu(request, dossier),
        titre="Ouvrir le dossier",
        chapeau=OUVRIR,
        lu=True,
    )


@acces(Dossier, "ne_pas_ouvrir_dossier", trace=LU)
def dossier_ne_pas_ouvrir(request, dossier):
    return agir(
        request,
        dossier,
        FormulaireMotif(dossier, _envoye(request)),
        dossier.ne_pas_ouvrir,
        f"La proposition {dossier} est close, avec son motif.",
        suite=_encore_lu(request, dossier),
        titre="Ne pas ouvrir",
        chapeau=NE_PAS_OUVRIR,
        lourd=True,
        lu=True,
    )


@acces(Dossier, "suivre_dossier", trace=LU)
def dossier_suivre(request, dossier):
    form = FormulaireDActe(dossier, _envoye(request))
    dit = "Le dossier est en suivi."
    return agir(request, dossier, form, dossier.suivre, dit, titre="Mettre en suivi", chapeau=SUIVRE)


@acces(Dossier, "mettre_en_revue_dossier", trace=LU)
def dossier_mettre_en_revue(request, dossier):
    form = FormulaireDActe(dossier, _envoye(request))
    dit = "La revue est ouverte : concluez-la quand la Cellule en a parlé."
    return agir(request, dossier, form, dossier.mettre_en_revue, dit, titre="Mettre en revue", chapeau=REVOIR)


@acces(Dossier, "conclure_dossier", trace=LU)
def dossier_conclure(request, dossier):
    form = FormulaireConclusion(dossier, _envoye(request))

    def vers_la_cloture():
        clore = form.cleaned_data["conclusion"] == Conclusion.CLORE
        return reverse("dossier-clore", args=[dossier.pk]) if clore else ""

    return agir(
        request,
        dossier,
        form,
        dossier.conclure_revue,
        "La revue est conclue.",
        suite=vers_la_cloture,
        titre="Conclure la revue",
        chapeau=_conclure(dossier),
        lu=True,
    )


def _conclure(dossier) -> str:
    if dossier.prolongation_du_bourgmestre:
        return "Ce dossier a déjà été prolongé trois fois : le Bourgmestre décide seul de poursuivre encore."
    deja = {0: "pas encore", 1: "une fois"}.get(dossier.prolongations, f"{dossier.prolongations} fois")
    return f"Poursuivre se justifie et se compte : ce dossier a été prolongé {deja}. À partir de la quatrième, le Bourgmestre décide."


@acces(Dossier, "clore_dossier", trace=LU)
def dossier_clore(request, dossier):
    """What is still open comes first; when nothing is, the motive is asked (R62)."""
    manques = manques_pour_clore(dossier, request.user)
    form = FormulaireMotif(dossier, _envoye(request))
    if request.method == "POST" and not manques and form.is_valid():
        try:
            dossier.clore(par=request.user, **form.champs())
        except ValidationError as erreur:  # opened again by somebody else meanwhile
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, f"Le dossier {dossier} est clos.")
            return redirect(dossier)
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
    form = FormulaireMotif(dossier, _envoye(request))
    dit = "Le suivi social est arrêté. La police reprend seule."
    return agir(
        request,
        dossier,
        form,
        dossier.reprendre_par_la_police,
        dit,
        titre="Reprendre par la police seule",
        chapeau=REPRENDRE,
        lourd=True,
    )


@acces(Dossier, "regarder_dossier", trace=LU)
def dossier_regarder(request, dossier):
    form = FormulaireMot(dossier, _envoye(request))
    chapeau = f"Prévu pour le {date_longue(getattr(dossier, dossier.regard_du))}, après la clôture : les signes ont-ils reparu ?"
    dit = "Le coup d’œil est noté."
    return agir(
        request,
        dossier,
        form,
        dossier.regarder,
        dit,
        titre="Noter un coup d’œil",
        chapeau=chapeau,
        bouton="Noter",
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
