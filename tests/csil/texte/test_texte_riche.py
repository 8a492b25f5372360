"""Rich text: what may be written, how it is read elsewhere, and its editor in a real browser under our policy."""

import pytest
from django import forms
from django.db import models
from django.http import HttpResponse
from django.template import engines
from django.urls import path

from csil import urls
from csil.acces import ouvert_a_tous
from csil.texte.texte_riche import ChampRiche, TexteRiche, en_blocs, en_texte, nettoyer
from tests.navigateur import sans_violation

LIEN = '<a href="https://csil.example" rel="noopener noreferrer">ici</a>'
RICHE = f"<h3>Titre</h3><p>Un <strong>mot</strong>, <em>deux</em>, {LIEN}.</p><ul><li><p>un</p><ol><li><p>a</p></li></ol></li></ul>"


@pytest.mark.parametrize(
    ("sale", "propre"),
    [
        (RICHE, RICHE),
        ("", ""),
        ("<p></p>", ""),
        ("<p> </p><ul><li><p></p></li></ul>", ""),
        ("Deux lignes\r\n\r\nsans balise : 1 < 2 & 3 <3", "<p>Deux lignes</p><p>sans balise : 1 &lt; 2 &amp; 3 &lt;3</p>"),
        ("<script>alert(1)</script><p>reste</p>", "<p>reste</p>"),
        ("<p>a<script>alert(1)", "<p>a</p>"),
        ("<p onclick=x style='color:red' class=y id=z>a</p>", "<p>a</p>"),
        ("<img src=x onerror=alert(1)>a", "<p>a</p>"),
        ("<svg><script>alert(1)</script></svg><p>a</p>", "<p>a</p>"),
        ("<svg onload=alert(1)><text>a</text></svg>b", "<p>b</p>"),
        ("<iframe src='https://x'></iframe>a", "<p>a</p>"),
        ("<style>p{}</style><!-- x --><p>a</p>", "<p>a</p>"),
        ("<a href='javascript:alert(1)'>a</a>", "<p>a</p>"),
        ("<a href=' JaVa\tScRiPt:alert(1)'>a</a>", "<p>a</p>"),
        ("<a href='data:text/html,<script>'>a</a>", "<p>a</p>"),
        ("<a href='http://x.example'>a</a>", "<p>a</p>"),
        ("<a href='/comptes/logout/'>a</a>", "<p>a</p>"),
        ("<a href='//x.example'>a</a>", "<p>a</p>"),
        ("<a href='https://x.example/\"><script>'>a</a>", '<p><a href="https://x.example/&quot;&gt;&lt;script&gt;" rel="noopener noreferrer">a</a></p>'),
        ("<a href='mailto:a@csil.example' target=_blank>a</a>", '<p><a href="mailto:a@csil.example" rel="noopener noreferrer">a</a></p>'),
        ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
        ("<h1>a</h1><h2>b</h2><h6>c</h6>", "<h3>a</h3><h3>b</h3><h4>c</h4>"),
        ("<div>a<br>b</div>", "<p>a</p><p>b</p>"),
        ("<table><tr><td>a</td></tr></table>", "<p>a</p>"),
        ("<li>a</li>", "<p>a</p>"),
        ("<p><p><ul><li>a<li>b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<form><input name=x><button>a</button></form>", "<p>a</p>"),
        ("<<script>script>alert(1)<</script>/script>", None),
        ("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", None),
        ("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", None),
        ("&lt;script&gt;alert(1)&lt;/script&gt;<p>a</p>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>a</p>"),
    ],
)  # fmt: skip
def test_rien_d_autre_ne_passe(sale, propre):
    resultat = nettoyer(sale)
    if propre is not None:
        assert resultat == propre
    assert nettoyer(resultat) == resultat
    for interdit in ("<script", "<img", "<svg", "<style", "onerror=", "onclick=", "javascript:"):
        assert interdit not in resultat


def test_en_texte():
    assert en_texte(RICHE) == "Titre\nUn mot, deux, ici (https://csil.example).\n– un\n  1. a"
    assert (
        en_texte("<p>écrire à <a href='mailto:a@csil.example'>a@csil.example</a></p>")
        == "écrire à a@csil.example"
    )
    assert en_texte("") == ""


def test_en_blocs():
    titre, phrase, liste = en_blocs(RICHE)
    assert (titre["genre"], titre["morceaux"][0]["texte"]) == ("h3", "Titre")
    assert [(m["texte"], m["gras"], m["italique"], m["lien"]) for m in phrase["morceaux"]] == [
        ("Un ", False, False, ""),
        ("mot", True, False, ""),
        (", ", False, False, ""),
        ("deux", False, True, ""),
        (", ", False, False, ""),
        ("ici", False, False, "https://csil.example"),
        (".", False, False, ""),
    ]
    (point,) = liste["points"]
    assert [bloc["genre"] for bloc in point] == ["p", "ol"]


def test_le_champ_du_modele_nettoie_a_chaque_enregistrement():
    class Fiche:
        texte = "<p onclick=x>a</p>"

    champ = TexteRiche("texte")
    champ.set_attributes_from_name("texte")
    fiche = Fiche()
    assert champ.pre_save(fiche, add=False) == fiche.texte == "<p>a</p>"
    assert champ.deconstruct()[1] == "django.db.models.TextField" and isinstance(champ.clone(), TexteRiche)
    assert isinstance(champ, models.TextField)


class Formulaire(forms.Form):
    texte = TexteRiche("Compte rendu du point", help_text="Ce qui a été dit.").formfield(required=True)


def test_le_champ_du_formulaire():
    assert isinstance(Formulaire().fields["texte"], ChampRiche)
    rendu = str(Formulaire()["texte"])
    assert (
        'aria-label="Compte rendu du point"' in rendu
        and "data-texte-riche=" in rendu
        and "required" not in rendu
    )
    assert str(Formulaire().media).count("texte_riche.js") == 1 and 'type="module"' in str(Formulaire().media)
    envoye = Formulaire({"texte": "<p>a<script>x</script></p>"}, initial={"texte": "<p>a</p>"})
    assert envoye.is_valid() and envoye.cleaned_data == {"texte": "<p>a</p>"} and not envoye.has_changed()
    assert not Formulaire({"texte": "<p> </p>"}).is_valid()


GABARIT = """{% extends "base.html" %}{% block modules %}{{ form.media }}{% endblock %}
{% block contenu %}{% include "composants/erreurs.html" with form=form only %}<h1>Essai</h1><h2>Point 1</h2>
{% include "composants/formulaire.html" with form=form bouton="Enregistrer" only %}
<div class="riche" id="lu">{{ lu|safe }}</div>{% endblock %}"""


@ouvert_a_tous
def essai_editeur(request):
    form = Formulaire(request.POST or None, initial={"texte": RICHE})
    lu = form.cleaned_data["texte"] if form.is_valid() else ""
    gabarit = engines["django"].from_string(GABARIT)
    return HttpResponse(gabarit.render({"form": form, "lu": lu}, request))


urlpatterns = [*urls.urlpatterns, path("essai/", essai_editeur)]


def test_l_editeur_dans_un_vrai_navigateur(page, settings):
    """Mounted under the strict policy without a complaint (the fixture fails on one), by keyboard, French, accessible."""
    settings.ROOT_URLCONF = __name__
    page.goto("/essai/")
    texte = page.locator(".editeur__texte")
    texte.wait_for()
    assert (
        page.get_by_role("textbox", name="Compte rendu du point").get_attribute("contenteditable") == "true"
    )
    sans_violation(page)
    # arrows in the toolbar, words on the buttons
    barre = page.get_by_role("toolbar")
    assert barre.get_by_role("button").all_inner_texts() == [
        "Gras", "Italique", "Titre", "Sous-titre", "Liste", "Liste numérotée", "Lien", "Annuler", "Rétablir",
    ]  # fmt: skip
    texte.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type("Le point ")
    barre.get_by_role("button", name="Gras").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "Italique"
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert barre.get_by_role("button", name="Gras").get_attribute("aria-pressed") == "true"
    page.keyboard.type("important")
    page.keyboard.press("Enter")
    barre.get_by_role("button", name="Liste", exact=True).click()
    page.keyboard.type("un")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+k")
    page.get_by_label("Adresse du lien").fill("javascript:alert(1)")
    page.keyboard.press("Enter")
    page.get_by_text("L’adresse doit commencer par").wait_for()
    page.get_by_label("Adresse du lien").fill("https://csil.example")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for(state="detached")
    page.get_by_role("button", name="Enregistrer").click()
    lu = page.locator("#lu")
    assert lu.inner_html() == (
        "<p>Le point <strong>important</strong></p><ul><li><p>un</p></li><li><p>"
        '<a href="https://csil.example" rel="noopener noreferrer">https://csil.example</a></p></li></ul>'
    )
    sans_violation(page)


def test_l_erreur_mene_a_l_editeur(page, settings):
    settings.ROOT_URLCONF = __name__
    page.goto("/essai/")
    page.locator(".editeur__texte").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.get_by_role("button", name="Enregistrer").click()
    page.locator("a[href='#id_texte']").click()
    assert page.evaluate("document.activeElement.id") == "id_texte"
    sans_violation(page)
