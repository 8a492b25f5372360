"""Rich text for minutes and cards: paragraphs, two levels of headings, lists, strong, emphasis, links; nothing else.

`TexteRiche` is the model's field. It cleans on the server whatever came in, at every saving, so that templates may mark its
value as safe: in a `<div class="riche">`, under a heading of level 2. Its form field is a textarea (HTML, or plain text: it
works without JavaScript) that `static/js/texte_riche.js` turns into an editor. A page that shows such a form includes
`{{ form.media }}` in `{% block modules %}`; the content security policy needs neither exception nor nonce.
"""

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

import nh3
from django import forms
from django.db import models
from django.forms.widgets import Script
from django.templatetags.static import static

from csil.garde import ChampGarde

TITRES, LISTES = ("h3", "h4"), ("ul", "ol")
BLOCS = {"p", *TITRES, *LISTES, "li"}
MARQUES = {"strong", "em", "a"}
ADRESSES = ("https://", "mailto:")
UNE_BALISE = re.compile(r"</?[a-zA-Z!?]")
# What goes away with all that it contains, not only its tags
AVEC_LEUR_CONTENU = {
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "svg",
    "math",
    "head",
    "title",
    "textarea",
}


def nettoyer(html: str) -> str:
    """Keep only what `BLOCS` and `MARQUES` name, in one form; text without any tag becomes paragraphs, an empty one nothing."""
    if UNE_BALISE.search(html):
        return "".join(bloc.en_html() for bloc in _lire(html))
    lignes = filter(None, (ligne.strip() for ligne in html.splitlines()))
    return "".join(f"<p>{escape(ligne, quote=False)}</p>" for ligne in lignes)


def _lire(html: str) -> list["_Bloc"]:
    propre = nh3.clean(
        _en_nos_balises(html),
        tags=BLOCS | MARQUES,
        clean_content_tags=AVEC_LEUR_CONTENU,
        attributes={"a": {"href"}},
        url_schemes={"https", "mailto"},
    )
    return _Lecture(propre).blocs_pleins()


def _en_nos_balises(html: str) -> str:
    """Translate what other programs paste: `b`, `i`, the headings of theirs."""
    for leur, notre in (
        ("b", "strong"),
        ("i", "em"),
        ("h1", "h3"),
        ("h2", "h3"),
        ("h5", "h4"),
        ("h6", "h4"),
        ("div", "p"),
    ):
        html = re.sub(rf"<(/?){leur}(?=[\s>])", rf"<\1{notre}", html, flags=re.IGNORECASE)
    return re.sub(r"<br\b[^>]*>", "</p><p>", html, flags=re.IGNORECASE)


def en_blocs(html: str) -> list[dict]:
    """Give the text in blocks, for a PDF: {"genre": "p", "h3" or "h4", "morceaux": […]} and {"genre": "ul" or "ol", "points": [[blocks], …]}.

    A piece is {"texte", "gras", "italique", "lien"}.
    """
    return [bloc.en_donnees() for bloc in _lire(nettoyer(html))]


def en_texte(html: str) -> str:
    """Give the text plain, for search and e-mails: a line per paragraph, « – » before a point, the address of a link after its words."""
    return "\n".join(ligne for bloc in _lire(nettoyer(html)) for ligne in bloc.en_lignes())


@dataclass
class _Bloc:
    genre: str
    morceaux: list[dict] = field(default_factory=list)
    points: list[list["_Bloc"]] = field(default_factory=list)

    def est_plein(self) -> bool:
        self.points = [pleins for point in self.points if (pleins := [b for b in point if b.est_plein()])]
        return bool(self.points) or any(morceau["texte"].strip() for morceau in self.morceaux)

    def en_html(self) -> str:
        if self.genre in LISTES:
            points = ("".join(bloc.en_html() for bloc in point) for point in self.points)
            return f"<{self.genre}>{''.join(f'<li>{point}</li>' for point in points)}</{self.genre}>"
        return f"<{self.genre}>{''.join(map(_en_html, self.morceaux))}</{self.genre}>"

    def en_donnees(self) -> dict:
        if self.genre in LISTES:
            points = [[bloc.en_donnees() for bloc in point] for point in self.points]
            return {"genre": self.genre, "points": points}
        return {"genre": self.genre, "morceaux": self.morceaux}

    def en_lignes(self, retrait=""):
        if self.genre in LISTES:
            for rang, point in enumerate(self.points, 1):
                puce = f"{rang}. " if self.genre == "ol" else "– "
                lignes = [ligne for bloc in point for ligne in bloc.en_lignes()]
                for numero, ligne in enumerate(lignes):
                    yield retrait + (" " * len(puce) if numero else puce) + ligne
            return
        yield retrait + "".join(_en_clair(morceau) for morceau in self.morceaux)


def _en_html(morceau) -> str:
    html = escape(morceau["texte"], quote=False)
    if morceau["italique"]:
        html = f"<em>{html}</em>"
    if morceau["gras"]:
        html = f"<strong>{html}</strong>"
    if morceau["lien"]:
        html = f'<a href="{escape(morceau["lien"])}" rel="noopener noreferrer">{html}</a>'
    return html


def _en_clair(morceau) -> str:
    adresse = morceau["lien"].removeprefix("mailto:")
    return f"{morceau['texte']} ({adresse})" if adresse and adresse != morceau["texte"] else morceau["texte"]


class _Lecture(HTMLParser):
    """Read clean HTML into blocks; what stands outside a paragraph is one."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.blocs: list[_Bloc] = []
        self.listes: list[_Bloc] = []
        self.ouvert: _Bloc | None = None
        self.gras = self.italique = 0
        self.lien = ""
        self.feed(html)
        self.close()

    def blocs_pleins(self) -> list[_Bloc]:
        return [bloc for bloc in self.blocs if bloc.est_plein()]

    def _ici(self) -> list[_Bloc]:
        """Give the place where a new block goes: the last point of the innermost list, or the text itself."""
        if not self.listes:
            return self.blocs
        points = self.listes[-1].points
        if not points:
            points.append([])
        return points[-1]

    def _ouvrir(self, genre) -> None:
        self.ouvert = _Bloc(genre)
        self._ici().append(self.ouvert)

    def handle_starttag(self, balise, attributs):
        if balise in LISTES:
            liste = _Bloc(balise)
            self._ici().append(liste)
            self.listes.append(liste)
            self.ouvert = None
        elif balise == "li":
            self.ouvert = None
            if self.listes:
                self.listes[-1].points.append([])
        elif balise in BLOCS:
            self._ouvrir(balise)
        elif balise == "a":
            adresse = dict(attributs).get("href") or ""
            self.lien = adresse if adresse.lower().startswith(ADRESSES) else ""
        else:
            self.gras += balise == "strong"
            self.italique += balise == "em"

    def handle_endtag(self, balise):
        if balise in BLOCS:
            self.ouvert = None
            if balise in LISTES and self.listes:
                self.listes.pop()
        elif balise == "a":
            self.lien = ""
        else:
            self.gras -= balise == "strong"
            self.italique -= balise == "em"

    def handle_data(self, texte):
        if self.ouvert is None:
            if not texte.strip():
                return
            self._ouvrir("p")
        morceau = {"gras": self.gras > 0, "italique": self.italique > 0, "lien": self.lien}
        self.ouvert.morceaux.append({"texte": re.sub(r"\s*\n\s*", " ", texte), **morceau})


class SaisieRiche(forms.Textarea):
    """Draw the textarea of a rich text; the script finds it by its attribute, and the editor's library through it."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 8, "class": "editeur__source", **(attrs or {})})

    @property
    def media(self):
        return forms.Media(js=[Script("js/texte_riche.js", type="module")])

    def get_context(self, name, value, attrs):
        contexte = super().get_context(name, value, attrs)
        contexte["widget"]["attrs"]["data-texte-riche"] = static("django_prose_editor/editor.js")
        return contexte

    def use_required_attribute(self, initial):
        return False  # the browser cannot show its message on a hidden textarea


class ChampRiche(forms.CharField):
    """Compare and give back clean HTML: a browser's own way of writing it is not a change."""

    widget = SaisieRiche

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("aria-label", self.label or "")

    def to_python(self, value):
        return nettoyer(super().to_python(value))

    def has_changed(self, initial, data):
        return nettoyer(initial or "") != nettoyer(data or "")


class TexteRiche(models.TextField):
    """Hold clean HTML only; for migrations, a plain text field."""

    def deconstruct(self):
        nom, _, args, kwargs = super().deconstruct()
        return nom, "django.db.models.TextField", args, kwargs

    def pre_save(self, instance, add):
        propre = nettoyer(getattr(instance, self.attname) or "")
        setattr(instance, self.attname, propre)
        return propre

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ChampRiche, "widget": SaisieRiche, **kwargs})


class TexteRicheGarde(ChampGarde, TexteRiche):
    """Hold rich text that names no person: the guard reads its words."""

    def texte_lu(self, valeur) -> str:
        return en_texte(valeur or "")
