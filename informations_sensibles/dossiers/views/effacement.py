"""What keeps a closed dossier, and what erases it once its time is over: proposed by one, decided by another, done on the server."""

from django import forms

from csil.acces import acces
from csil.formulaires import verrouiller
from csil.texte.typographie import date_longue
from informations_sensibles.commun.pages import agir
from informations_sensibles.dossiers.forms.dossier import FormulaireDActe, FormulaireGel
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.effacement import Decision, Effacement
from informations_sensibles.dossiers.models.gel import Gel
from informations_sensibles.dossiers.views.dossier import LU
from informations_sensibles.dossiers.views.vie_dossier import _envoye


class FormulaireDecision(FormulaireDActe):
    decision = forms.ChoiceField(
        label="Votre décision",
        choices=Decision,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez."},
    )


@acces(Dossier, "geler_dossier", trace=LU)
def gel_poser(request, dossier):
    return agir(
        request,
        dossier,
        FormulaireGel(dossier, _envoye(request)),
        lambda **champs: Gel.poser(dossier, **champs),
        "Le dossier est gelé : il ne s’efface pas avant ce jour.",
        titre="Geler le dossier",
        chapeau=GELER,
        bouton="Geler",
    )


@acces(Gel, "lever_gel", trace=LU)
def gel_lever(request, gel):
    return agir(
        request,
        gel.dossier,
        FormulaireDActe(gel.dossier, _envoye(request)),
        lambda **champs: verrouiller(gel).lever(**champs),
        "Le gel est levé.",
        titre="Lever le gel",
        chapeau=f"Posé jusqu’au {date_longue(gel.jusqu_au)} : « {gel.motif} » Le dossier pourra s’effacer à son heure.",
    )


@acces(Dossier, "effacer_dossier", trace=LU)
def effacement_proposer(request, dossier):
    return agir(
        request,
        dossier,
        FormulaireDActe(dossier, _envoye(request)),
        lambda **champs: Effacement.proposer(dossier, **champs),
        "L’effacement est proposé. Une autre personne du noyau décide.",
        titre="Proposer l’effacement",
        chapeau=f"Gardé jusqu’au {date_longue(dossier.conservation_jusqu_au)}. {EFFACER}",
        bouton="Proposer",
        lourd=True,
    )


@acces(Effacement, "decider_effacement", trace=LU)
def effacement_decider(request, effacement):
    dossier = effacement.dossier
    return agir(
        request,
        dossier,
        FormulaireDecision(dossier, _envoye(request)),
        lambda **champs: verrouiller(effacement).decider(**champs),
        "Votre décision est enregistrée.",
        titre="Décider de l’effacement",
        chapeau=f"Proposé par {effacement.par}, {date_longue(effacement.le)}. {EFFACER}",
        bouton="Enregistrer ma décision",
        lourd=True,
    )


GELER = "Pour une procédure en cours, ou à la demande de la personne. À son dernier jour, le gel tombe de lui-même."
EFFACER = (
    "L’effacement est définitif : textes, identités, informations et leurs versions. Il ne reste que la référence, l’état et "
    "des dates. Il se fait ensuite sur le serveur."
)
