"""Pages of the data protection officer’s visa, without which nobody of a partner reports on a person."""

from django.shortcuts import render
from django.urls import reverse

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir, envoye
from csil.comptes.groupes import DPO
from informations_sensibles.commun.pages import page_de_formulaire
from informations_sensibles.signaler.forms.ouverture import VISA, FormulaireMotif, FormulaireVisa
from informations_sensibles.signaler.models.visa import VisaDpo

DONNER = (
    "Dès maintenant, les personnes des partenaires que le Bourgmestre a ouverts peuvent faire un signalement sur une "
    "personne. Vous n’en lisez aucun."
)
RETIRER = (
    "Dès la page suivante, plus personne d’un partenaire ne signale ni ne relit ici. Ce qui est déjà reçu reste à la Cellule, "
    "qui y donne suite."
)


@ouvert_aux_membres(DPO)
def visa(request):
    visas = list(VisaDpo.objects.visible_to(request.user).select_related("donne_par", "retire_par"))
    actuel = next((v for v in visas if v.retire_le is None), None)
    anciens = [v for v in visas if v.retire_le]
    return render(
        request, "informations_sensibles/signaler/visa/visa.html", {"visa": actuel, "anciens": anciens}
    )


@ouvert_aux_membres(DPO)
def donner(request):
    form = FormulaireVisa(envoye(request))
    return agir(request, form, VisaDpo.donner, annonce="Le visa est donné.", suite="visa") or _page(
        request, "Donner le visa", form, chapeau=DONNER
    )


@acces(VisaDpo, "retirer_visa")
def retirer(request, visa):
    form = FormulaireMotif(envoye(request), lus=VISA)
    annonce = "Le visa est retiré : les signalements de partenaires sont fermés."
    return agir(request, form, visa.retirer, annonce=annonce, suite="visa") or _page(
        request, "Retirer le visa", form, chapeau=RETIRER, lourd=True
    )


def _page(request, titre, form, **page):
    return page_de_formulaire(request, [("Visa", reverse("visa"))], titre, form, bouton=titre, **page)
