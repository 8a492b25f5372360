"""Tags and filters of every page: `{% load csil %}`. The components are in templates/composants/."""

from django import forms, template
from django.core.paginator import Page
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.text import capfirst

from csil.accueil.navigation import rubriques_de
from csil.administration.models import ReferenceLegale
from csil.texte.typographie import (
    INSECABLE,
    date_heure,
    date_longue,
    en_lettres,
    espaces_insecables,
    heure,
    il_y_a,
)

register = template.Library()

register.filter("date_longue", date_longue)
register.filter("date_heure", date_heure)
register.filter("heure", heure)
register.filter("il_y_a", il_y_a)
register.filter("en_lettres", en_lettres)
register.filter("typo", espaces_insecables, is_safe=True)


@register.filter
def par_quatre(texte: str) -> str:
    """Write a key in groups that the eye can copy."""
    return " ".join(texte[debut : debut + 4] for debut in range(0, len(texte), 4))


@register.filter
def ecrits(champs) -> list[tuple[str, str]]:
    """List what a person wrote of what a form sent: (name in words, value)."""
    tus = ("_FORMS", "version", "next", "-id")
    return [(nom.replace("_", " "), valeur) for nom, valeur in champs if valeur and not nom.endswith(tus)]


@register.filter
def retards(taches) -> int:
    return sum(tache.en_retard for tache in taches)


@register.simple_tag
def icone(nom: str, classe: str = ""):
    """Draw an icon of the sprite, hidden from screen readers: a word always stands beside it."""
    return format_html(
        '<svg class="icone{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>',
        f" {classe}" if classe else "",
        nom,
    )


@register.simple_tag
def etat(genre: str, nom_icone: str, mot: str):
    """Show a state: a shape, a word, a colour (succes, attention, danger, lieu, trait)."""
    return format_html('<span class="etat etat--{}">{}{}</span>', genre, icone(nom_icone), mot)


@register.simple_tag(takes_context=True)
def defauts(context, **valeurs) -> str:
    """Declare, at the top of a component, its optional parameters and what they are worth when nobody gave them."""
    for nom, valeur in valeurs.items():
        if nom not in context:
            context[nom] = valeur
    return ""


@register.simple_tag(takes_context=True)
def jeton_csrf(context):
    """Write `{% csrf_token %}`, which is empty inside `{% include … only %}`."""
    requete = getattr(context, "request", None)
    if requete is None:
        return ""
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(requete))


# Forms


@register.filter
def genre(champ) -> str:
    """Say how champ.html lays a field out: cache, case (one box), choix (several), simple. Not for composite widgets."""
    composant = champ.field.widget
    if composant.is_hidden:
        return "cache"
    if isinstance(composant, forms.CheckboxInput):
        return "case"
    if isinstance(composant, forms.RadioSelect):  # CheckboxSelectMultiple too
        return "choix"
    return "simple"


@register.filter
def lecteurs_de(champ) -> str:
    """Say who will read what is typed here: the form says it in `lecteurs = {"field": "Lu par …"}`."""
    return getattr(champ.form, "lecteurs", {}).get(champ.name, "")


@register.filter
def limite(champ) -> str:
    """Say the limit of a long text: « , 1 200 signes au plus »."""
    maximum = getattr(champ.field, "max_length", None)
    if not maximum or not isinstance(champ.field.widget, forms.Textarea):
        return ""
    nombre = f"{maximum:,}".replace(",", INSECABLE)
    return f", {nombre} signes au plus"


@register.filter
def texte_libre(form) -> bool:
    """Say whether somebody could write classified information in this form."""
    return any(isinstance(champ.field.widget, forms.Textarea) for champ in form.visible_fields())


@register.filter
def sans_personne(form) -> bool:
    """Say whether this form says that nobody is named in it."""
    return getattr(form, "sans_personne", False)


@register.simple_tag
def passages_gardes(champ) -> dict[str, list]:
    """Give what may point at a person in this field: to confirm with a box, and confirmed already (csil/garde)."""
    passages = champ.form.passages_de(champ.name) if hasattr(champ.form, "passages_de") else []
    return {
        "demandes": [passage for passage in passages if not passage.confirme],
        "confirmes": [passage for passage in passages if passage.confirme],
    }


@register.simple_tag
def marquage_de(form):
    """Give the field that asks for the marking of the document, where the form has one (csil/classification)."""
    nom = getattr(form, "marquage", "")
    return form[nom] if nom else None


@register.simple_tag
def decrit_par(champ, aide: str = "", lecteurs: str = "") -> str:
    """Give the identifiers of what describes a field: its errors, its help, its readers."""
    presents = {"erreur": champ.errors, "aide": aide, "lira": lecteurs}
    return " ".join(f"{prefixe}-{champ.auto_id}" for prefixe, present in presents.items() if present)


@register.simple_tag
def saisie(champ, aide: str = "", lecteurs: str = "", classe: str = ""):
    """Draw the input itself, with our class and what describes it; a placeholder would vanish while one types."""
    attributs = {"placeholder": False, "aria-describedby": decrit_par(champ, aide, lecteurs) or False}
    if genre(champ) != "case":
        classes = ["saisie", champ.field.widget.attrs.get("class", ""), classe]
        attributs["class"] = " ".join(filter(None, classes))
    return champ.as_widget(attrs=attributs)


@register.simple_tag
def resume_erreurs(formulaires) -> list[dict]:
    """List every error of a form, a formset or a list of forms, with where its link leads."""
    lignes = []
    for formulaire in _a_plat(formulaires):
        for nom, messages in formulaire.errors.items() if isinstance(formulaire, forms.BaseForm) else ():
            champ = formulaire[nom] if nom in formulaire.fields else None
            lignes += [_ligne(champ, message) for message in messages]
        if isinstance(formulaire, forms.BaseFormSet):
            lignes += [_ligne(None, message) for message in formulaire.non_form_errors()]
    return lignes


def _a_plat(formulaires):
    if isinstance(formulaires, list | tuple):
        return [un for groupe in formulaires for un in _a_plat(groupe)]
    if isinstance(formulaires, forms.BaseFormSet):
        return [*formulaires.forms, formulaires]
    return [formulaires]


def _ligne(champ, message) -> dict:
    if champ is None or champ.is_hidden:
        return {"cible": "", "texte": message}
    cible = champ.id_for_label or f"{champ.auto_id}_0"
    # One form among several of a page says which: « Étape 2, par qui : … »
    lieu = getattr(champ.form, "lieu", "")
    nom = f"{lieu}, {champ.label[:1].lower()}{champ.label[1:]}" if lieu else capfirst(champ.label)
    return {"cible": cible, "texte": f"{nom} : {message[:1].lower()}{message[1:]}"}


# Places, lists, law


@register.simple_tag(takes_context=True)
def rubriques(context, lieu: str) -> list:
    """List the sections of one of the two groups that this person may open."""
    requete = context["request"]
    return rubriques_de(requete.user, lieu, requete.path)


@register.simple_tag
def numeros_de_pages(page: Page) -> list:
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.simple_tag(takes_context=True)
def loi(context, code: str) -> str:
    """Cite the wording in force of a legal text (R77); all of them are read once per page."""
    reference = references(context).get(code)
    return reference.intitule if reference else "(référence légale à compléter)"


@register.simple_tag(takes_context=True)
def references(context) -> dict[str, ReferenceLegale]:
    requete = getattr(context, "request", None)
    if not hasattr(requete, "references_legales"):
        trouvees = {reference.code: reference for reference in ReferenceLegale.objects.en_vigueur()}
        if requete is None:
            return trouvees
        requete.references_legales = trouvees
    return requete.references_legales
