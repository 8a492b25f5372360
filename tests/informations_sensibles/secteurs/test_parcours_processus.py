"""In real browsers: a process from its draft to version 2, approved by somebody else, and the sheet that goes to the sector."""

import re

import pypdfium2
import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.informations_sensibles import ecritures as cellule
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire


@pytest.fixture
def tec(distribution):
    """The sector with version 1 in force, its contact point, and the police's."""
    with proprietaire():
        cellule.correspondre(distribution.contact_tec)
        cellule.point(personne=distribution.chef_de_corps)
        cellule.version(
            cellule.processus(),
            1,
            "en_vigueur",
            redigee_par=distribution.officier_information,
            approuvee_par=distribution.bourgmestre,
        )
        return cellule.secteur()


def test_du_brouillon_a_la_version_deux_et_sa_fiche(ouvrir_page, tec):
    officier = ouvrir_page()
    entrer(officier, "officier-information")
    officier.get_by_role("link", name="Informations sensibles").click()
    expect(officier).to_have_title(re.compile("^Cellule"))
    assert "ce que vous lisez ici ne se recopie pas ailleurs" in officier.locator(".bandeau").inner_text()
    _ecrire_la_suite(officier)
    _approuver(ouvrir_page())
    _lire_au_secteur(ouvrir_page(), tec)


def _ecrire_la_suite(page):
    """With the keyboard: a step is added, written, moved to the top, then the draft is submitted."""
    page.get_by_role("link", name="Processus", exact=True).click()
    page.get_by_role("link", name="Faits inquiétants sur le réseau").click()
    page.get_by_role("button", name="Préparer une nouvelle version").click()
    page.get_by_label(re.compile("Ce qui change")).fill("Le conducteur prévient d’abord le dispatching.")
    page.get_by_role("button", name="Ajouter une étape").press("Enter")
    etape = page.locator("fieldset.etape-saisie").nth(1)
    etape.get_by_label(re.compile("^Qui ")).fill("Le conducteur")
    etape.get_by_label(re.compile("^Transmet quoi")).fill("Ce qui a été vu, et où.")
    etape.get_by_label(re.compile("^À qui")).fill("Le dispatching du réseau")
    etape.get_by_label(re.compile("Ou le délai en mots")).fill("sans attendre")
    etape.get_by_label(re.compile("Ce qu’il ne faut pas transmettre")).fill("Une image prise en cachette.")
    etape.get_by_role("button", name="Monter l’étape 2").press("Enter")
    assert "rien n’est encore enregistré" in page.locator("main").inner_text().replace("\xa0", " ")
    assert (
        page.locator("fieldset.etape-saisie").first.get_by_label(re.compile("^Qui ")).input_value()
        == "Le conducteur"
    )
    sans_violation(page)
    page.get_by_role("button", name="Enregistrer les étapes").click()
    page.get_by_role("link", name=re.compile("Comparer à la version")).click()
    assert "Ajoutée" in page.locator("main").inner_text()
    page.go_back()
    page.get_by_role("button", name="Soumettre à approbation").click()
    assert page.locator("main").inner_text().count("attend une approbation") == 1
    assert not page.get_by_role("button", name=re.compile("Approuver")).count()


def _approuver(page):
    """From the home page of the Bourgmestre, one click away."""
    entrer(page, "bourgmestre")
    page.get_by_role("link", name=re.compile("Examiner : Approuver un processus")).click()
    page.get_by_role("button", name=re.compile("Approuver la version")).click()
    assert "est en vigueur" in page.locator(".messages").inner_text()


def _lire_au_secteur(page, tec):
    """The contact point of the sector reads version 2, prints its sheet, and sees that the former one is out of date."""
    entrer(page, "contact-tec")
    page.get_by_role("link", name="Votre secteur").first.click()
    page.get_by_role("link", name="Faits inquiétants sur le réseau").click()
    lu = page.locator("main").inner_text().replace("\xa0", " ")
    assert "Le conducteur" in lu and "Une image prise en cachette." in lu and "Modifier" not in lu
    page.get_by_role("link", name="Fiche de poche").click()
    assert "Périmée" not in page.locator("main").inner_text()
    sans_violation(page)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(document) == 1
    papier = document[0].get_textpage().get_text_bounded()
    assert "appelez le 112" in papier and "version 2" in papier and "ne se recopie pas ailleurs" not in papier
    page.go_back()
    page.get_by_role("link", name="Version 1").click()
    assert "Cette version est périmée" in page.locator("main").inner_text()
    page.get_by_role("link", name="Fiche de poche").click()
    assert "Périmée : ne plus suivre" in page.locator("main").inner_text().replace("\xa0", " ")
    assert page.goto(reverse("secteur", args=[tec.pk])).status == 404
