"""In real browsers, with the keyboard: a circuit from its draft to its two approvals, and its line read on a phone and on paper."""

import re

import pypdfium2

from tests.informations_sensibles.circuits import ecritures as circuits
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire


def test_du_brouillon_aux_deux_approbations(ouvrir_page, distribution):
    with proprietaire():
        circuits.version(circuits.circuit(), distribution, a_valider=True)
    referent, chef = ouvrir_page(), ouvrir_page()
    entrer(referent, "referent")
    _ecrire(referent)
    entrer(chef, "chef-de-corps")
    _approuver(chef)
    assert "est approuvée en votre nom" in _lu(chef)
    referent.goto("/")
    _approuver(referent)
    assert "est en vigueur" in _lu(referent)
    _lire(referent)


def _lu(page):
    return page.locator("main").inner_text().replace("\xa0", " ")


def _ecrire(page):
    """From the table to the draft: a step is added, written, moved, refused where it does not hold, submitted."""
    page.goto("/informations-sensibles/")
    page.get_by_role("link", name="Circuits", exact=True).press("Enter")
    page.wait_for_url("**/circuits/")
    assert "À valider" in _lu(page)
    sans_violation(page)
    page.get_by_role("link", name="3 étapes : RIR, Police locale").press("Enter")
    page.get_by_role("button", name="Préparer une nouvelle version").press("Enter")
    page.get_by_role("button", name="Ajouter une étape").press("Enter")
    etape = page.locator("fieldset.etape-saisie").nth(3)
    etape.get_by_label(re.compile("^Ce qui est fait")).select_option("soumettre_bourgmestre")
    etape.get_by_label(re.compile("^Par qui")).select_option("Chef de Corps")
    etape.get_by_label(re.compile("^Délai")).fill("4")
    etape.get_by_role("button", name="Monter l’étape 4").press("Enter")
    assert "rien n’est encore enregistré" in _lu(page)
    page.get_by_label(re.compile("ordre du jour")).press("Space")
    page.get_by_role("button", name="Enregistrer les étapes").press("Enter")
    resume = page.locator(".resume-erreurs")
    assert "Étape 3, par qui" in resume.inner_text().replace("\xa0", " ")
    sans_violation(page)
    resume.get_by_role("link").press("Enter")
    page.locator("fieldset.etape-saisie").nth(2).get_by_label(re.compile("^Par qui")).select_option(
        "Bourgmestre"
    )
    page.get_by_role("button", name="Enregistrer les étapes").press("Enter")
    page.get_by_role("link", name=re.compile("Comparer à la version")).press("Enter")
    assert "Ajoutée" in _lu(page) and "Permis à la fin" in _lu(page)
    sans_violation(page)
    page.go_back()
    page.get_by_role("button", name="Soumettre à approbation").press("Enter")
    page.get_by_text("Cette version attend deux approbations").wait_for()


def _approuver(page):
    """From one's home page, one key away."""
    page.get_by_role("link", name=re.compile("Examiner : Approuver un circuit")).press("Enter")
    sans_violation(page)
    page.get_by_role("button", name=re.compile("Approuver la version")).press("Enter")
    page.locator(".messages").wait_for()


def _lire(page):
    """The circuit: its line, from top to bottom on a phone, whole on paper."""
    page.get_by_role("link", name="RIR, Police locale", exact=True).press("Enter")
    assert "Soumettre au Bourgmestre" in _lu(page) and "à valider" not in _lu(page)
    sans_violation(page)
    etapes = page.get_by_role("list", name="Étapes du circuit").get_by_role("listitem")
    haut = [boite["y"] for boite in map(lambda e: e.bounding_box(), etapes.all())]
    assert len(set(haut)) == 1, "one line"
    page.set_viewport_size({"width": 360, "height": 800})
    gauche = [boite["x"] for boite in map(lambda e: e.bounding_box(), etapes.all())]
    assert len(set(gauche)) == 1, "one column"
    page.set_viewport_size({"width": 1280, "height": 900})
    papier = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))[0].get_textpage().get_text_bounded()
    mots = " ".join(papier.split())
    assert "Soumettre au Bourgmestre" in mots and "4 jours" in mots
