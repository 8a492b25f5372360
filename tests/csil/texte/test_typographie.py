"""Typography, dates, and what every template keeps to (charte, « Style » and « Words »)."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeData, mark_safe

from csil.texte.typographie import INSECABLE, date_heure, date_longue, en_lettres, espaces_insecables, il_y_a

GABARITS = sorted(p for p in (settings.RACINE / "templates").rglob("*") if p.suffix in (".html", ".txt"))
# E-mails are not pages: their styles stand on each element.
PAGES = [p for p in GABARITS if p.suffix == ".html" and "email" not in p.parts]
BRUXELLES = ZoneInfo("Europe/Brussels")


def nom(chemin):
    return str(chemin.relative_to(settings.RACINE / "templates"))


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("Pourquoi ? Voici : rien ; rien !", "Pourquoi_? Voici_: rien_; rien_!"),
        ("Cellule « Informations sensibles » ici", "Cellule «_Informations sensibles_» ici"),
        (
            "à 14 h 00, 25 min, 1er décembre, 24 novembre 2026",
            "à 14_h_00, 25_min, 1er_décembre, 24_novembre 2026",
        ),
        ("il y a 3 mois, 100 %, n° 4", "il y_a_3_mois, 100_%, n°_4"),
        ("04 221 80 00 et https://exemple.be/?a=b", "04 221 80 00 et https://exemple.be/?a=b"),
    ],
)
def test_espaces_insecables(texte, attendu):
    assert espaces_insecables(texte) == attendu.replace("_", INSECABLE)


def test_espaces_insecables_twice_is_once():
    texte = espaces_insecables("Oui ? « Non » !")
    assert espaces_insecables(texte) == texte


def test_in_html_only_what_is_shown_changes():
    html = mark_safe('<p title="a : b">« <b>a</b> » ?</p><textarea>a : b</textarea><code>a : b</code>')
    attendu = '<p title="a : b">«_<b>a</b>_»_?</p><textarea>a : b</textarea><code>a : b</code>'
    assert espaces_insecables(html) == attendu.replace("_", INSECABLE)
    assert isinstance(espaces_insecables(html), SafeData)
    assert not isinstance(espaces_insecables("<b> ?"), SafeData), "what was not safe does not become so"


def test_dates_in_words():
    assert date_longue(date(2026, 11, 24)) == "mardi 24 novembre 2026"
    assert date_longue(date(2026, 12, 1)) == "mardi 1er décembre 2026"
    assert date_longue(None) == ""
    assert date_heure(datetime(2026, 11, 24, 14, 0, tzinfo=BRUXELLES)) == "mardi 24 novembre 2026, 14 h 00"
    assert date_heure(datetime(2026, 7, 1, 22, 30, tzinfo=ZoneInfo("UTC"))) == "jeudi 2 juillet 2026, 0 h 30"


@pytest.mark.parametrize(
    ("jours", "attendu"),
    [
        (0, "Aujourd’hui"),
        (1, "Hier"),
        (2, "Il y a 2 jours"),
        (31, "Il y a 1 mois"),
        (95, "Il y a 3 mois"),
        (500, "Il y a 16 mois"),
        (800, "Il y a 2 ans"),
    ],
)
def test_il_y_a(jours, attendu):
    assert il_y_a(timezone.localdate() - timedelta(days=jours)) == attendu


def test_il_y_a_of_minutes_and_of_nothing():
    assert il_y_a(timezone.now() - timedelta(seconds=5)) == "À l’instant"
    assert il_y_a(timezone.now() - timedelta(minutes=1, seconds=5)) == "Il y a 1 minute"
    assert il_y_a(None) == "Jamais"


def test_en_lettres():
    assert [en_lettres(2), en_lettres(12), en_lettres(13)] == ["deux", "douze", "13"]


def fautifs(chemins, cherche) -> list[str]:
    """The templates in which `cherche`, given their text, finds something, each with what it found."""
    trouves = ((chemin, cherche(chemin.read_text())) for chemin in chemins)
    return [f"{nom(chemin)} : {trouve}" for chemin, trouve in trouves if trouve]


def test_each_template_compiles():
    fautes = []
    for chemin in GABARITS:
        try:
            get_template(nom(chemin))
        except Exception as erreur:  # a tag may fail in any way; each template is named
            fautes.append(f"{nom(chemin)} : {erreur!r}")
    assert not fautes, "\n".join(fautes)


def test_nothing_that_the_content_policy_refuses():
    """The policy would silence a script or a style written in the page."""
    interdit = re.compile(
        r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|javascript:|https?://"
        r"|\son(?:click|change|submit|input|load|error|focus|blur|key\w+)=",
        re.I,
    )
    assert fautifs(PAGES, interdit.findall) == []


def test_icons_are_in_the_sprite():
    sprite = (settings.RACINE / "templates/composants/sprite.html").read_text()
    presents = set(re.findall(r'<symbol id="i-([\w-]+)"', sprite))
    cites = re.compile(r'\{% (?:icone|etat "\w+") "([\w-]+)"')
    assert fautifs(PAGES, lambda texte: set(cites.findall(texte)) - presents) == []


def test_apostrophes_are_curly():
    cache = re.compile(r"\{%\s*comment.*?endcomment\s*%\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.S)
    droite = re.compile(r"\w'\w")
    assert fautifs(GABARITS, lambda texte: droite.findall(cache.sub("", texte))) == []


def test_no_template_comment_is_shown():
    """`{# … #}` holds on one line; over several, Django shows it."""

    def ouverts(texte):
        return [ligne for ligne in texte.splitlines() if ligne.count("{#") != ligne.count("#}")]

    assert fautifs(GABARITS, ouverts) == []
