"""The pages around a dossier: who leads it, who is let in, who is kept away."""

from functools import partial

from django.contrib.auth import get_user_model
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from csil.acces import acces
from csil.actes import agir, envoye, reprendre
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
from informations_sensibles.dossiers.views.pages import LU, PAGES, page_de_dossier


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
    form = FormulaireInvitation(dossier, envoye(request))
    annonce, ici = "Cette personne est maintenant dans le cercle du dossier.", _cercle(dossier)
    return agir(request, form, dossier.inviter, annonce=annonce, suite=ici) or page_de_dossier(
        request, dossier, "Inviter dans le cercle", form, INVITER, bouton="Inviter", retour=ici
    )


@acces(Dossier, "inviter_dossier", trace=LU)
def cercle_ecarter(request, dossier, personne):
    """Take out of the circle somebody who is in it, but its pilote."""
    qui = get_user_model().objects.filter(pk=personne, pk__in=dossier.droits.values("user")).first()
    if qui is None or qui.pk == dossier.pilote_id:
        raise Http404
    form = FormulaireSortie(dossier, envoye(request))
    faire = partial(dossier.ecarter_du_cercle, personne=qui)
    annonce, ici = f"{qui} n’est plus dans le cercle.", _cercle(dossier)
    chapeau = f"{qui} ne lira plus ce dossier dès la page suivante, sauf si son rôle le lui ouvre."
    return agir(request, form, faire, annonce=annonce, suite=ici) or page_de_dossier(
        request, dossier, "Retirer du cercle", form, chapeau, lourd=True, retour=ici
    )


@acces(Dossier, "confier_dossier", trace=LU)
def cercle_confier(request, dossier):
    if request.method == "POST":
        reprendre(dossier)
    form, ici = FormulaireConfierDossier(dossier, envoye(request)), _cercle(dossier)
    return agir(
        request,
        form,
        dossier.confier,
        annonce=lambda: f"{dossier.pilote} pilote maintenant ce dossier.",
        suite=ici,
    ) or page_de_dossier(request, dossier, "Confier le dossier", form, CONFIER, retour=ici)


@acces(Dossier, "bloquer_dossier", trace=LU)
def cercle_bloquer(request, dossier):
    form, ici = FormulaireEcart(dossier, envoye(request)), _cercle(dossier)
    return agir(
        request,
        form,
        dossier.bloquer,
        annonce=lambda: f"{form.fait.personne} est maintenant à l’écart de ce dossier.",
        suite=lambda: "dossiers" if form.fait.personne == request.user else ici,
    ) or page_de_dossier(request, dossier, "Tenir à l’écart", form, ECARTER, lourd=True, retour=ici)


@acces(BlocageDossier, "lever_blocage")
def cercle_lever(request, blocage):
    """Ask, on a page of its own, for what opens the dossier again to somebody."""
    dossier, qui, ici = blocage.dossier, blocage.personne, blocage.get_absolute_url()
    form = FormulaireDActe(dossier, envoye(request))
    annonce = f"{qui} n’est plus à l’écart de ce dossier."
    chapeau = f"{qui} pourra de nouveau lire ce dossier si son rôle ou le cercle le lui ouvre."
    return agir(request, form, blocage.lever, annonce=annonce, suite=ici) or page_de_dossier(
        request, dossier, "Lever la mise à l’écart", form, chapeau, lourd=True, retour=ici
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
