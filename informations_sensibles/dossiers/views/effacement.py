"""The pages of what keeps a closed dossier, and of what erases it once its time is over: proposed by one, decided by another, done on the server."""

from django import forms

from csil.acces import acces
from csil.actes import agir, envoye
from csil.texte.typographie import date_longue
from informations_sensibles.dossiers.forms.dossier import FormulaireDActe, FormulaireGel
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.effacement import Decision, Effacement
from informations_sensibles.dossiers.models.gel import Gel
from informations_sensibles.dossiers.views.pages import LU, page_de_dossier


class FormulaireDecision(FormulaireDActe):
    decision = forms.ChoiceField(
        label="Votre décision",
        choices=Decision,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez."},
    )


@acces(Dossier, "geler_dossier", trace=LU)
def gel_poser(request, dossier):
    form = FormulaireGel(dossier, envoye(request))
    annonce = "Le dossier est gelé : il ne s’efface pas avant ce jour."
    return agir(request, form, dossier.geler, annonce=annonce, suite=dossier) or page_de_dossier(
        request, dossier, "Geler le dossier", form, GELER, bouton="Geler"
    )


@acces(Gel, "lever_gel", trace=LU)
def gel_lever(request, gel):
    dossier = gel.dossier
    form = FormulaireDActe(dossier, envoye(request))
    chapeau = f"Posé jusqu’au {date_longue(gel.jusqu_au)} : « {gel.motif} » Le dossier pourra s’effacer à son heure."
    return agir(request, form, gel.lever, annonce="Le gel est levé.", suite=dossier) or page_de_dossier(
        request, dossier, "Lever le gel", form, chapeau
    )


@acces(Dossier, "effacer_dossier", trace=LU)
def effacement_proposer(request, dossier):
    form = FormulaireDActe(dossier, envoye(request))
    annonce = "L’effacement est proposé. Une autre personne du noyau décide."
    chapeau = f"Gardé jusqu’au {date_longue(dossier.conservation_jusqu_au)}. {EFFACER}"
    return agir(
        request, form, dossier.proposer_effacement, annonce=annonce, suite=dossier
    ) or page_de_dossier(
        request, dossier, "Proposer l’effacement", form, chapeau, bouton="Proposer", lourd=True
    )


@acces(Effacement, "decider_effacement", trace=LU)
def effacement_decider(request, effacement):
    dossier = effacement.dossier
    form = FormulaireDecision(dossier, envoye(request))
    chapeau = f"Proposé par {effacement.par}, {date_longue(effacement.le)}. {EFFACER}"
    annonce, bouton = "Votre décision est enregistrée.", "Enregistrer ma décision"
    return agir(request, form, effacement.decider, annonce=annonce, suite=dossier) or page_de_dossier(
        request, dossier, "Décider de l’effacement", form, chapeau, bouton=bouton, lourd=True
    )


GELER = "Pour une procédure en cours, ou à la demande de la personne. À son dernier jour, le gel tombe de lui-même."
EFFACER = (
    "L’effacement est définitif : textes, identités, informations et leurs versions. Il ne reste que la référence, l’état et "
    "des dates. Il se fait ensuite sur le serveur."
)
