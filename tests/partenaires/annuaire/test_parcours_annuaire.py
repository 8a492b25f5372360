"""In a real browser: coming in for the first time, finding whom to call, keeping one's record, two people on one record."""

import re

import pytest
from playwright.sync_api import expect

from partenaires.annuaire.models import Contact, Partenaire
from partenaires.appartenances.actes import donner_tenue
from partenaires.distribution import attribuer, creer
from tests.navigateur import code, entrer, sans_violation
from tests.outils import proprietaire


@pytest.fixture
def tenue(distribution):
    """The CRIPEL's agent keeps its record."""
    with proprietaire():
        cripel = Partenaire.objects.get(code="cripel")
        Contact.objects.create(partenaire=cripel, nom="Accueil du CRIPEL", courriel="accueil@csil.example")
        donner_tenue(cripel, distribution.agent_cripel, par=distribution.referent)
    return cripel


def test_premiere_connexion_au_clavier(page, distribution):
    """Password, second factor set up, recovery codes, undertaking, home: with the keyboard alone."""
    with proprietaire():
        attribuer(
            creer("nouveau", "Nouveau contact", engagement=False, second_facteur=False),
            "Points de contact sectoriels",
        )
    page.goto("/")
    page.get_by_label("Adresse électronique de service").focus()
    page.keyboard.type("nouveau@csil.example")
    page.keyboard.press("Tab")
    page.keyboard.type("Demonstration-CSIL")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("second facteur")
    sans_violation(page)
    secret = re.sub(r"\s", "", page.locator(".cle").inner_text())
    page.get_by_label(re.compile("Code")).fill(code(secret=secret))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("recovery-codes"))
    sans_violation(page)
    page.get_by_role("link", name="Continuer vers l’accueil").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Engagement de confidentialité")
    sans_violation(page)
    page.get_by_role("button", name="J’accepte").click()
    expect(page.get_by_role("alert")).to_contain_text("ochez la case")
    page.get_by_label(re.compile("je l’accepte")).press("Space")
    page.get_by_role("button", name="J’accepte").press("Enter")
    page.wait_for_url("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce qui vous attend")


RECHERCHES = {
    "universite liege": "Université de Liège",
    "LIÈGE université": "Université de Liège",
    "saj": "Service d’Aide à la Jeunesse (SAJ)",
    "droit jeunes": "AMO Droit des Jeunes",
    "jeunes droit": "AMO Droit des Jeunes",
    "cripel": "Centre Régional d’Intégration des Personnes étrangères (CRIPEL)",
    "openado": "Province de Liège",
}


def test_trouver_qui_appeler(page, tenue):
    entrer(page, "agent-saj")
    page.get_by_role("link", name="Partenaires", exact=True).first.click()
    sans_violation(page)
    for mots, nom in RECHERCHES.items():
        page.get_by_role("searchbox").fill(mots)
        page.keyboard.press("Enter")
        expect(page.locator("tbody th a")).to_have_text([nom])
    page.get_by_role("searchbox").fill("cripel")
    page.keyboard.press("Enter")
    page.locator("tbody th a").click()
    expect(page.get_by_role("link", name="accueil@csil.example")).to_be_visible()
    sans_violation(page)
    with page.expect_download() as carte:
        page.get_by_role("link", name=re.compile("vCard")).first.click()
    assert carte.value.suggested_filename.endswith(".vcf")
    page.goto("/partenaires/?q=zzz")
    expect(page.locator(".vide__phrase")).to_be_visible()


def test_confirmer_et_modifier_sa_fiche(page, tenue):
    entrer(page, "agent-cripel")
    expect(page.locator(".attente__quoi")).to_contain_text("CRIPEL")
    page.get_by_role("link", name="Relire la fiche").click()
    page.get_by_role("button", name="Tout est exact").click()
    expect(page.locator(".alerte--succes, [role=status]").first).to_be_visible()
    page.get_by_role("link", name="Modifier la fiche").click()
    sans_violation(page)
    page.get_by_label("Missions").fill("Accompagner les parcours d’intégration.")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("body")).to_contain_text("Accompagner les parcours d’intégration.")
    page.get_by_role("link", name="Ajouter un contact").click()
    sans_violation(page)
    page.get_by_label(re.compile("^Nom")).first.fill("Formations")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("alert")).to_contain_text("au moins un téléphone ou un courriel")
    expect(page.get_by_label(re.compile("^Nom")).first).to_have_value("Formations")
    page.get_by_label(re.compile("^Courriel")).first.fill("formations@csil.example")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("heading", name="Formations")).to_be_visible()
    page.get_by_role("link", name="Historique").click()
    expect(page.locator(".historique")).to_contain_text("Agente du CRIPEL")
    sans_violation(page)
    page.goto("/")
    expect(page.locator(".attente__quoi")).to_have_count(0)


def test_deux_personnes_sur_la_meme_fiche(page, ouvrir_page, tenue):
    """The second to save is told what the first changed, and loses nothing."""
    entrer(page, "agent-cripel")
    autre = ouvrir_page()
    entrer(autre, "referent")
    for onglet in (page, autre):
        onglet.goto(f"/partenaires/{tenue.pk}/modifier/")
    autre.get_by_label("Missions").fill("Les mots du Référent.")
    autre.get_by_label("Territoire").fill("Arrondissement de Liège")
    autre.get_by_role("button", name="Enregistrer").click()
    expect(autre.locator("body")).to_contain_text("Les mots du Référent.")
    page.get_by_label("Missions").fill("Les mots de l’agente.")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("alert")).to_contain_text("Référent Radicalisme")
    expect(page.locator("main")).to_contain_text("Les mots du Référent.")
    expect(page.get_by_label("Missions")).to_have_value("Les mots de l’agente.")
    expect(page.get_by_label("Territoire")).to_have_value("Arrondissement de Liège")
    sans_violation(page)
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("body")).to_contain_text("Les mots de l’agente.")
    tenue.refresh_from_db()
    assert (tenue.missions, tenue.territoire) == ("Les mots de l’agente.", "Arrondissement de Liège")
