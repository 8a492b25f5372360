"""The pages of who and what is in a dossier: people by quality, factors, refusals to take part; and identities, on a page of their own."""

from datetime import timedelta
from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from csil.acces import acces
from csil.actes import agir, envoye
from informations_sensibles.dossiers.forms.dossier import FormulaireDActe
from informations_sensibles.dossiers.forms.personne import (
    FormulaireFacteur,
    FormulaireIdentite,
    FormulaireImplication,
    FormulaireRefus,
    FormulaireRevelation,
)
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.facteur import Facteur
from informations_sensibles.dossiers.models.identite import Identite
from informations_sensibles.dossiers.models.implication import Implication
from informations_sensibles.dossiers.models.revelation import DUREE, Revelation
from informations_sensibles.dossiers.views.pages import LU, PAGES, page_de_dossier


@acces(Dossier, "view_dossier", trace="cellule.dossier_personnes_lu")
def dossier_personnes(request, dossier):
    droits = dossier.droits_de(request.user)
    identites = dossier.identites() if "reveler_dossier" in droits else {}
    ouvertes = _ouvertes(identites.values(), request.user)
    contexte = {
        "dossier": dossier,
        "droits": droits,
        "personnes": [
            (personne, personne.pk in identites, ouvertes.get(identites.get(personne.pk)))
            for personne in dossier.implications.order_by("retiree_le", "le")
        ],
        "facteurs": dossier.facteurs.filter(retire_le=None).select_related("par"),
        "anciens": dossier.facteurs.exclude(retire_le=None),
        "refus": dossier.refus.select_related("partenaire", "par"),
    }
    return render(request, f"{PAGES}/personnes.html", contexte)


def _ouvertes(identites, user) -> dict:
    """Map each identity that this person sees now to the end of it."""
    siennes = Revelation.objects.filter(par=user, identite__in=list(identites), le__gt=timezone.now() - DUREE)
    return {r.identite_id: r.le + DUREE for r in siennes.order_by("le")}


@acces(Dossier, "contribuer_dossier", trace=LU)
def personne_nouvelle(request, dossier):
    return _ajouter(request, dossier, FormulaireImplication, "Ajouter une personne", PERSONNE)


@acces(Dossier, "contribuer_dossier", trace=LU)
def facteur_nouveau(request, dossier):
    return _ajouter(request, dossier, FormulaireFacteur, "Ajouter un facteur", FACTEUR)


@acces(Dossier, "contribuer_dossier", trace=LU)
def refus_nouveau(request, dossier):
    return _ajouter(request, dossier, FormulaireRefus, "Noter un refus de participer", REFUS)


def _ajouter(request, dossier, formulaire, titre, chapeau):
    form, ici = formulaire(dossier, envoye(request)), _personnes(dossier)
    faire = partial(dossier.ecrire, formulaire._meta.model)
    return agir(request, form, faire, annonce="C’est ajouté au dossier.", suite=ici) or page_de_dossier(
        request, dossier, titre, form, chapeau, bouton="Ajouter", retour=ici
    )


@acces(Implication, "change_implication", trace=LU)
def personne_retirer(request, implication):
    return _retirer(request, implication, f"Retirer {implication.designation}", RETIRER_PERSONNE)


@acces(Facteur, "change_facteur", trace=LU)
def facteur_retirer(request, facteur):
    return _retirer(request, facteur, "Retirer un facteur", f"« {facteur.texte} » {RETIRER_FACTEUR}")


def _retirer(request, objet, titre, chapeau):
    dossier, ici = objet.dossier, _personnes(objet.dossier)
    form, annonce = FormulaireDActe(dossier, envoye(request)), "C’est retiré. L’historique le garde."
    return agir(request, form, objet.retirer, annonce=annonce, suite=ici) or page_de_dossier(
        request, dossier, titre, form, chapeau, bouton="Retirer", retour=ici
    )


@acces(Implication, "reveler_identite", trace=LU)
def identite(request, implication):
    """Show who this is, here only and for a quarter of an hour, to who asked with a motive; until then it is masked (F2)."""
    dossier = implication.dossier
    cle = dossier.identites().get(implication.pk)
    visible = Identite.objects.visible_to(request.user).filter(pk=cle).first()
    form = FormulaireRevelation(dossier, envoye(request))
    demander = partial(Revelation.demander, dossier, identite_id=cle)
    annonce, ici = "L’identité est visible quinze minutes.", reverse("identite", args=[implication.pk])
    if cle and (fait := agir(request, form, demander, annonce=annonce, suite=ici)):
        return fait
    contexte = {
        "dossier": dossier,
        "personne": implication,
        "existe": bool(cle),
        "identite": visible,
        "jusqu_a": _ouvertes([cle], request.user).get(cle) if visible else None,
        "peut_ecrire": "contribuer_dossier" in dossier.droits_de(request.user),
        "form": form,
    }
    reponse = render(request, f"{PAGES}/identite.html", contexte)
    if visible:  # a page left open goes back behind its veil
        reste = contexte["jusqu_a"] - timezone.now() + timedelta(seconds=1)
        reponse["Refresh"] = f"{max(1, int(reste.total_seconds()))}; url={ici}"
    return reponse


@acces(Implication, "ecrire_identite", trace=LU)
def identite_modifier(request, implication):
    """Write an identity the first time without more ado; let who sees it now put it right."""
    dossier = implication.dossier
    cle = dossier.identites().get(implication.pk)
    instance = (
        Identite.objects.visible_to(request.user).select_for_update(of=("self",)).filter(pk=cle).first()
    )
    if cle and instance is None:
        messages.warning(request, "Cette identité est voilée : dites pourquoi la voir, avant de la corriger.")
        return redirect("identite", implication.pk)
    form = FormulaireIdentite(implication, envoye(request), instance=instance)
    annonce, ici = "L’identité est enregistrée, à part.", reverse("identite", args=[implication.pk])
    return agir(request, form, implication.identifier, annonce=annonce, suite=ici) or page_de_dossier(
        request,
        dossier,
        "Corriger l’identité" if cle else "Écrire l’identité",
        form,
        f"{implication}, dossier {dossier}. {ECRIRE}",
        bouton="Enregistrer",
        retour=ici,
    )


def _personnes(dossier) -> str:
    return reverse("dossier-personnes", args=[dossier.pk])


PERSONNE = "Quelqu’un qui compte pour ce dossier, par sa qualité. Qui c’est s’écrit à part, sous le voile."
FACTEUR = "Ce qui inquiète et ce qui protège se lisent côte à côte. Aucun nombre n’en sort, et rien ne se décide tout seul."
REFUS = "Un partenaire peut refuser. Son motif écrit est adressé au Bourgmestre."
RETIRER_PERSONNE = (
    "Elle ne compte plus pour ce dossier. Son identité reste voilée, et l’historique garde qu’elle y était."
)
RETIRER_FACTEUR = "n’est plus d’actualité. L’historique le garde."
ECRIRE = "Elle reste à part : le dossier, ses listes et ses impressions ne la montrent jamais."
