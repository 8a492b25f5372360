"""Each act on an information: its page asks, the record answers. What is no longer possible is said, nothing typed is lost."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.actes import agir, envoye, reprendre
from csil.texte.typographie import date_longue
from informations_sensibles.dossiers.forms.dossier import FormulaireDossier
from informations_sensibles.dossiers.views.dossier import page_nouveau, proposer
from informations_sensibles.informations.forms.actes import (
    FormulaireConsentement,
    FormulaireDEtape,
    FormulaireElargissement,
    FormulaireEmbargo,
    FormulaireEvaluation,
    FormulaireLevee,
    FormulaireMasque,
    FormulairePrevenu,
    FormulaireProlongation,
    FormulaireRattachement,
    FormulaireValidation,
)
from informations_sensibles.informations.forms.information import FormulaireRectification
from informations_sensibles.informations.models.information import Information
from informations_sensibles.informations.models.rectification import ARectifier
from informations_sensibles.informations.views.pages import LUE, encore_lue, page_d_information


def _tenir(request, information):
    """Hold the information while its act is sent, so that what the form compares is what the act finds."""
    return reprendre(information) if request.method == "POST" else information


@acces(Information, "lancer_information")
@require_POST
def information_lancer(request, information):
    information.lancer_circuit(par=request.user)
    messages.success(request, "Son circuit a commencé : elle attend d’être validée.")
    return redirect(encore_lue(request, information)())


@acces(Information, "valider_information", trace=LUE)
def information_valider(request, information):
    form = FormulaireValidation(_tenir(request, information), envoye(request))
    actes = {
        "valider": (information.valider, "Elle est validée : son circuit continue."),
        "ecarter": (information.ecarter, "Elle est écartée."),
    }
    return agir(
        request,
        form,
        lambda decision, **champs: actes[decision][0](**champs),
        annonce=lambda: actes[form.cleaned_data["decision"]][1],
        suite=encore_lue(request, information),
    ) or page_d_information(
        request, information, "Valider ou écarter", form, VALIDER, bouton="Enregistrer ma décision"
    )


@acces(Information, "evaluer_information", trace=LUE)
def information_evaluer(request, information):
    form = FormulaireEvaluation(_tenir(request, information), envoye(request))
    annonce, suite = "L’évaluation est enregistrée.", encore_lue(request, information)
    return agir(request, form, information.evaluer, annonce=annonce, suite=suite) or page_d_information(
        request, information, "Évaluer", form, EVALUER, bouton="Enregistrer l’évaluation"
    )


@acces(Information, "consentir_information", trace=LUE)
def information_consentement(request, information):
    form = FormulaireConsentement(_tenir(request, information), envoye(request))
    titre = "Consigner la réponse du service d’origine"
    annonce, suite = "La réponse du service d’origine est consignée.", encore_lue(request, information)
    return agir(request, form, information.consentir, annonce=annonce, suite=suite) or page_d_information(
        request, information, titre, form, CONSENTIR, bouton="Consigner"
    )


@acces(Information, "faire_etape", trace=LUE)
def information_etape(request, information):
    """Do the step that waits, when it has no page of its own."""
    etape = _tenir(request, information).etape_courante
    if request.method == "GET" and etape.acte == "evaluer":
        return redirect("information-evaluer", information.pk)
    if request.method == "GET" and etape.acte == "demander_consentement" and information.consentement is None:
        return redirect("information-consentement", information.pk)
    form = FormulaireDEtape(information, envoye(request))
    faire, suite = partial(information.faire_etape, etape), encore_lue(request, information)
    return agir(request, form, faire, annonce="L’étape est faite.", suite=suite) or page_d_information(
        request, information, etape.nom, form, etape.consigne or ETAPE, bouton="C’est fait"
    )


@acces(Information, "proposer_dossier", trace=LUE)
def information_proposer(request, information):
    """Propose a dossier that quotes the information's reference: what it says stays in it, with its own readers."""
    signes = f"D’après l’information {information}, fait du {date_longue(information.date_fait)} : "
    form = FormulaireDossier(
        request.user, envoye(request), information=information, initial={"signes": signes}
    )
    return proposer(request, form, information.proposer_un_dossier) or page_nouveau(
        request, form, information
    )


@acces(Information, "rattacher_information", trace=LUE)
def information_rattacher(request, information):
    form = FormulaireRattachement(request.user, envoye(request))
    return agir(
        request,
        form,
        information.rattacher,
        annonce=lambda: f"Elle est rattachée au dossier {form.cleaned_data['reference']}.",
        suite=encore_lue(request, information),
    ) or page_d_information(
        request, information, "Rattacher à un dossier", form, RATTACHER, bouton="Rattacher"
    )


@acces(Information, "elargir_information", trace=LUE)
def information_elargir(request, information):
    form = FormulaireElargissement(information, envoye(request))
    annonce, suite = (
        "Elle peut circuler plus loin, avec l’accord consigné.",
        encore_lue(request, information),
    )
    return agir(request, form, information.elargir, annonce=annonce, suite=suite) or page_d_information(
        request, information, "Élargir", form, ELARGIR, bouton="Élargir la circulation", lourd=True
    )


@acces(Information, "poser_embargo", trace=LUE)
def information_embargo(request, information):
    form = FormulaireEmbargo(information, envoye(request))
    annonce = "Elle est sous embargo : vous seul la lisez, jusqu’à ce qu’il soit levé."
    suite = encore_lue(request, information)
    return agir(
        request, form, information.mettre_sous_embargo, annonce=annonce, suite=suite
    ) or page_d_information(request, information, "Mettre sous embargo", form, EMBARGO, lourd=True)


@acces(Information, "lever_embargo", trace=LUE)
def information_prolonger(request, information):
    form = FormulaireProlongation(envoye(request))
    annonce, suite = "L’embargo est prolongé.", encore_lue(request, information)
    return agir(
        request, form, information.prolonger_embargo, annonce=annonce, suite=suite
    ) or page_d_information(request, information, "Prolonger l’embargo", form, PROLONGER, bouton="Prolonger")


@acces(Information, "lever_embargo", trace=LUE)
def information_lever(request, information):
    form = FormulaireLevee(information, envoye(request))
    annonce, suite = "L’embargo est levé.", encore_lue(request, information)
    return agir(request, form, information.lever_embargo, annonce=annonce, suite=suite) or page_d_information(
        request, information, "Lever l’embargo", form, LEVER, lourd=True
    )


@acces(Information, "masquer_information", trace=LUE)
def information_masquer(request, information):
    form = FormulaireMasque(envoye(request), instance=_tenir(request, information))
    annonce = "Le passage est masqué, dans le texte et dans son historique."
    suite = encore_lue(request, information)
    return agir(request, form, information.masquer, annonce=annonce, suite=suite) or page_d_information(
        request, information, "Masquer un passage", form, MASQUER, bouton="Masquer", lourd=True, lu=False
    )


@acces(Information, "rectifier_information", trace=LUE)
def information_rectifier(request, information):
    form = FormulaireRectification(envoye(request), instance=_tenir(request, information))
    suite, bouton = encore_lue(request, information), "Enregistrer la rectification"
    return agir(
        request, form, information.rectifier, annonce=lambda: _rectifiee(len(form.fait)), suite=suite
    ) or page_d_information(request, information, "Rectifier", form, RECTIFIER, bouton=bouton, lu=False)


def _rectifiee(nombre: int) -> str:
    if not nombre:
        return "L’information est rectifiée. Personne d’autre ne l’avait reçue."
    qui = "Une personne l’avait reçue" if nombre == 1 else f"{nombre} personnes l’avaient reçue"
    return f"L’information est rectifiée. {qui} : elle figure parmi ce qui est à faire, sur l’accueil."


@acces(ARectifier, "prevenir_arectifier", trace="cellule.rectification_lue")
def a_rectifier(request, suite):
    """Write down that somebody who received it before it was put right is told, once (R44)."""
    information = suite.information
    form = FormulairePrevenu(information, envoye(request))
    chapeau = PREVENIR.format(suite.destinataire, suite.par_quoi, suite.rectification.faux)
    annonce = f"C’est noté : {suite.destinataire} est prévenu."
    return agir(request, form, suite.prevenir, annonce=annonce, suite=information) or page_d_information(
        request, information, "Prévenir un destinataire", form, chapeau, bouton="C’est fait"
    )


VALIDER = (
    "Vous la lisez avant tous les autres. Validée, elle suit son circuit et s’ouvre aux rôles de ses étapes ; écartée, elle "
    "reste à vous et à son auteur."
)
EVALUER = "La source d’abord, puis l’information, chacune pour elle-même."
CONSENTIR = (
    "Ce que le service d’origine a répondu, et jusqu’où. Cette réponse remplace les précédentes, et dit ce qui s’ouvre : la "
    "transmission, l’ordre du jour, le cercle."
)
ETAPE = "Dites en un mot ce qui a été fait : il reste dans le circuit, à votre nom."
RATTACHER = (
    "Une fois pour toutes : une information rattachée ne change plus de dossier. L’identité qui attendait avec elle passe à la "
    "personne suivie, masquée, et votre lecture en est inscrite au journal."
)
ELARGIR = "Jamais au-delà de l’accord consigné : qui a donné une information en reste le maître."
EMBARGO = (
    "Tout de suite, et pour tous sauf vous : elle disparaît des listes, des comptes, des recherches et des impressions. Seule "
    "une décision la rend visible."
)
PROLONGER = (
    "L’embargo tient de toute façon jusqu’à ce que vous le leviez : ce jour est celui où vous serez prévenu."
)
LEVER = "Ceux qui pouvaient la lire la liront de nouveau, tout de suite."
MASQUER = (
    "Le passage disparaît pour tous, et les versions d’avant avec lui. Le Bourgmestre, le Chef de Corps et vous gardez "
    "l’original."
)
RECTIFIER = "Ce qui était faux reste dans l’historique, et ceux qui l’ont reçu sont à prévenir : la plateforme le note pour chacun."
PREVENIR = (
    "{} a reçu cette information par {}, avant sa rectification. À prévenir par le canal de la transmission, jamais par "
    "courriel. Ce qui était faux : « {} »."
)
