"""Each act on an information: its page asks, the record answers. What is no longer possible is said, nothing typed is lost."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from csil.acces import acces
from csil.formulaires import verrouiller
from informations_sensibles.commun.pages import dire, page_d_information
from informations_sensibles.informations.forms.acte_information import (
    FormulaireConsentement,
    FormulaireDEtape,
    FormulaireElargissement,
    FormulaireEmbargo,
    FormulaireEvaluation,
    FormulaireLevee,
    FormulaireMasque,
    FormulaireProlongation,
    FormulaireRattachement,
    FormulaireValidation,
)
from informations_sensibles.informations.forms.information import FormulaireRectification
from informations_sensibles.informations.models.information import Information

LUE = "cellule.information_lue"


def _donnees(request):
    return request.POST if request.method == "POST" else None


def _fiche(request, information):
    """Held until the act is done, so that what the form compares is what the act finds."""
    return verrouiller(information) if request.method == "POST" else information


def _agir(request, form, faire) -> bool:
    """The act, when the form is good; what the record refuses is said in the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        faire(form.cleaned_data)
    except ValidationError as erreur:
        dire(form, erreur)
        return False
    return True


def _suite(request, information, message):
    """Back to the record, or to the list for who no longer reads it."""
    messages.success(request, message)
    lisible = Information.objects.visible_to(request.user).filter(pk=information.pk).exists()
    return redirect(information) if lisible else redirect("informations")


@acces(Information, "lancer_information")
@require_POST
def information_lancer(request, information):
    lancee = information.lancer_circuit(par=request.user)
    return _suite(request, lancee, "Son circuit a commencé : elle attend d’être validée.")


@acces(Information, "valider_information", trace=LUE)
def information_valider(request, information):
    fiche = _fiche(request, information)
    form = FormulaireValidation(fiche, _donnees(request))

    def faire(dits):
        acte = fiche.valider if dits["decision"] == "valider" else fiche.ecarter
        acte(par=request.user, mot=dits["mot"])

    if _agir(request, form, faire):
        validee = form.cleaned_data["decision"] == "valider"
        return _suite(
            request, fiche, "Elle est validée : son circuit continue." if validee else "Elle est écartée."
        )
    return page_d_information(
        request, information, "Valider ou écarter", form, VALIDER, bouton="Enregistrer ma décision"
    )


@acces(Information, "evaluer_information", trace=LUE)
def information_evaluer(request, information):
    fiche = _fiche(request, information)
    form = FormulaireEvaluation(fiche, _donnees(request))
    if _agir(
        request,
        form,
        lambda dits: fiche.evaluer(par=request.user, source=dits["source"], information=dits["exactitude"]),
    ):
        return _suite(request, fiche, "L’évaluation est enregistrée.")
    return page_d_information(
        request, information, "Évaluer", form, EVALUER, bouton="Enregistrer l’évaluation"
    )


@acces(Information, "consentir_information", trace=LUE)
def information_consentement(request, information):
    fiche = _fiche(request, information)
    form = FormulaireConsentement(fiche, _donnees(request))
    if _agir(request, form, lambda dits: fiche.consentir(par=request.user, **dits)):
        return _suite(request, fiche, "La réponse du service d’origine est consignée.")
    return page_d_information(
        request, information, "Consigner la réponse du service d’origine", form, CONSENTIR, bouton="Consigner"
    )


@acces(Information, "faire_etape", trace=LUE)
def information_etape(request, information):
    """The step that waits, when it has no page of its own."""
    fiche = _fiche(request, information)
    etape = fiche.etape_courante
    if request.method == "GET" and etape.acte == "evaluer":
        return redirect("information-evaluer", information.pk)
    if request.method == "GET" and etape.acte == "demander_consentement" and fiche.consentement is None:
        return redirect("information-consentement", information.pk)
    form = FormulaireDEtape(fiche, _donnees(request))
    if _agir(request, form, lambda dits: fiche.faire_etape(etape, par=request.user, mot=dits["mot"])):
        return _suite(request, fiche, "L’étape est faite.")
    return page_d_information(
        request, information, etape.nom, form, etape.consigne or ETAPE, bouton="C’est fait"
    )


@acces(Information, "rattacher_information", trace=LUE)
def information_rattacher(request, information):
    form = FormulaireRattachement(request.user, _donnees(request))
    if _agir(
        request,
        form,
        lambda dits: information.rattacher(par=request.user, dossier=dits["reference"]),
    ):
        return _suite(
            request, information, f"Elle est rattachée au dossier {form.cleaned_data['reference']}."
        )
    return page_d_information(
        request, information, "Rattacher à un dossier", form, RATTACHER, bouton="Rattacher"
    )


@acces(Information, "elargir_information", trace=LUE)
def information_elargir(request, information):
    form = FormulaireElargissement(information, _donnees(request))
    if _agir(request, form, lambda dits: information.elargir(par=request.user, **dits)):
        return _suite(request, information, "Elle peut circuler plus loin, avec l’accord consigné.")
    return page_d_information(
        request, information, "Élargir", form, ELARGIR, bouton="Élargir la circulation", lourd=True
    )


@acces(Information, "poser_embargo", trace=LUE)
def information_embargo(request, information):
    form = FormulaireEmbargo(information, _donnees(request))
    if _agir(request, form, lambda dits: information.mettre_sous_embargo(par=request.user, **dits)):
        return _suite(
            request, information, "Elle est sous embargo : vous seul la lisez, jusqu’à ce qu’il soit levé."
        )
    return page_d_information(request, information, "Mettre sous embargo", form, EMBARGO, lourd=True)


@acces(Information, "lever_embargo", trace=LUE)
def information_prolonger(request, information):
    form = FormulaireProlongation(_donnees(request))
    if _agir(request, form, lambda dits: information.prolonger_embargo(par=request.user, **dits)):
        return _suite(request, information, "L’embargo est prolongé.")
    return page_d_information(
        request, information, "Prolonger l’embargo", form, PROLONGER, bouton="Prolonger"
    )


@acces(Information, "lever_embargo", trace=LUE)
def information_lever(request, information):
    form = FormulaireLevee(information, _donnees(request))
    if _agir(request, form, lambda dits: information.lever_embargo(par=request.user, **dits)):
        return _suite(request, information, "L’embargo est levé.")
    return page_d_information(request, information, "Lever l’embargo", form, LEVER, lourd=True)


@acces(Information, "masquer_information", trace=LUE)
def information_masquer(request, information):
    fiche = _fiche(request, information)
    form = FormulaireMasque(_donnees(request), instance=fiche)
    if _agir(
        request,
        form,
        lambda dits: information.masquer(par=request.user, synthese=dits["synthese"], motif=dits["motif"]),
    ):
        return _suite(request, information, "Le passage est masqué, dans le texte et dans son historique.")
    return page_d_information(
        request, information, "Masquer un passage", form, MASQUER, bouton="Masquer", lourd=True, lu=False
    )


@acces(Information, "rectifier_information", trace=LUE)
def information_rectifier(request, information):
    fiche = _fiche(request, information)
    form = FormulaireRectification(_donnees(request), instance=fiche)
    suites = []
    if _agir(
        request,
        form,
        lambda dits: suites.extend(fiche.rectifier(par=request.user, faux=dits["faux"], motif=dits["motif"])),
    ):
        return _suite(request, fiche, _rectifiee(len(suites)))
    return page_d_information(
        request, information, "Rectifier", form, RECTIFIER, bouton="Enregistrer la rectification", lu=False
    )


def _rectifiee(nombre: int) -> str:
    if not nombre:
        return "L’information est rectifiée. Personne d’autre ne l’avait reçue."
    qui = "Une personne l’avait reçue" if nombre == 1 else f"{nombre} personnes l’avaient reçue"
    return f"L’information est rectifiée. {qui} : elle figure parmi ce qui est à faire, sur l’accueil."


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
