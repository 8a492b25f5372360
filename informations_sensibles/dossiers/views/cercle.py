"""Around a dossier: who leads it, who is let in, who is kept away; and what holds it or erases it."""

from django.contrib.auth import get_user_model
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from csil.acces import acces
from csil.formulaires import verrouiller
from informations_sensibles.commun.pages import agir
from informations_sensibles.dossiers.forms.cercle import (
    FormulaireConfierDossier,
    FormulaireEcart,
    FormulaireInvitation,
    FormulaireSortie,
)
from informations_sensibles.dossiers.forms.dossier import FormulaireDActe
from informations_sensibles.dossiers.models.blocage_dossier import BlocageDossier
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.page.cercle import cercle_du_dossier
from informations_sensibles.dossiers.views.dossier import LU, PAGES
from informations_sensibles.dossiers.views.vie_dossier import _envoye


@acces(Dossier, "view_dossier", trace="cellule.dossier_cercle_lu")
def dossier_cercle(request, dossier):
    user = request.user
    blocages = BlocageDossier.objects.visible_to(user).filter(dossier=dossier).en_vigueur()
    contexte = {
        "dossier": dossier,
        "droits": dossier.droits_de(user),
        "cercle": cercle_du_dossier(dossier),
        "blocages": [(b, b.droits_de(user)) for b in blocages.select_related("personne", "par")],
    }
    return render(request, f"{PAGES}/cercle.html", contexte)


@acces(Dossier, "inviter_dossier", trace=LU)
def cercle_inviter(request, dossier):
    return agir(
        request,
        dossier,
        FormulaireInvitation(dossier, _envoye(request)),
        dossier.inviter,
        "Cette personne est maintenant dans le cercle du dossier.",
        suite=_cercle(dossier),
        titre="Inviter dans le cercle",
        chapeau=INVITER,
        bouton="Inviter",
        retour=_cercle(dossier),
    )


@acces(Dossier, "inviter_dossier", trace=LU)
def cercle_ecarter(request, dossier, personne):
    """Out of the circle, and no longer."""
    qui = get_user_model().objects.filter(pk=personne, pk__in=dossier.droits.values("user")).first()
    if qui is None or qui.pk == dossier.pilote_id:
        raise Http404
    return agir(
        request,
        dossier,
        FormulaireSortie(dossier, _envoye(request)),
        lambda **champs: dossier.ecarter_du_cercle(personne=qui, **champs),
        f"{qui} n’est plus dans le cercle.",
        suite=_cercle(dossier),
        titre="Retirer du cercle",
        chapeau=f"{qui} ne lira plus ce dossier dès la page suivante, sauf si son rôle le lui ouvre.",
        lourd=True,
        retour=_cercle(dossier),
    )


@acces(Dossier, "confier_dossier", trace=LU)
def cercle_confier(request, dossier):
    fiche = verrouiller(dossier) if request.method == "POST" else dossier
    return agir(
        request,
        fiche,
        FormulaireConfierDossier(fiche, _envoye(request)),
        fiche.confier,
        lambda: f"{fiche.pilote} pilote maintenant ce dossier.",
        suite=_cercle(dossier),
        titre="Confier le dossier",
        chapeau=CONFIER,
        retour=_cercle(dossier),
    )


@acces(Dossier, "bloquer_dossier", trace=LU)
def cercle_bloquer(request, dossier):
    form = FormulaireEcart(dossier, _envoye(request))

    def annonce():
        return f"{form.cleaned_data['personne']} est maintenant à l’écart de ce dossier."

    def suite():
        return reverse("dossiers") if form.cleaned_data["personne"] == request.user else _cercle(dossier)

    return agir(
        request,
        dossier,
        form,
        lambda **champs: BlocageDossier.decider(dossier=dossier, **champs),
        annonce,
        suite=suite,
        titre="Tenir à l’écart",
        chapeau=ECARTER,
        lourd=True,
        retour=_cercle(dossier),
    )


@acces(BlocageDossier, "lever_blocagedossier")
def cercle_lever(request, blocage):
    """Opens the dossier again to somebody: asked for on a page of its own."""
    return agir(
        request,
        blocage.dossier,
        FormulaireDActe(blocage.dossier, _envoye(request)),
        lambda **champs: verrouiller(blocage).lever(**champs),
        f"{blocage.personne} n’est plus à l’écart de ce dossier.",
        suite=blocage.get_absolute_url(),
        titre="Lever la mise à l’écart",
        chapeau=f"{blocage.personne} pourra de nouveau lire ce dossier si son rôle ou le cercle le lui ouvre.",
        lourd=True,
        retour=blocage.get_absolute_url(),
    )


def _cercle(dossier) -> str:
    return reverse("dossier-cercle", args=[dossier.pk])


INVITER = (
    "Seuls les membres de la Cellule entrent dans le cercle. Une personne qui y est déjà change de niveau ou de date. Son "
    "accès et votre raison restent dans l’historique."
)
CONFIER = (
    "Cette personne répond du dossier à partir de maintenant. Le pilote précédent continue à y lire et à y contribuer ; "
    "retirez-le du cercle s’il ne le doit plus."
)
ECARTER = (
    "Dès la page suivante, ce dossier n’existe plus pour cette personne, quel que soit son rôle. Qui lit le dossier voit "
    "qu’elle est tenue à l’écart ; les autorités seules lisent pourquoi. Vous pouvez vous tenir vous-même à l’écart."
)
