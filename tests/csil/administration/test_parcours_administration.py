"""In a real browser: an administrator creates an account and gives it a group; the invited person comes in."""

import re

from django.contrib import admin
from playwright.sync_api import expect

from csil.comptes.groupes import CELLULE, CONCERTATION
from csil.comptes.models import Utilisateur
from tests.navigateur import entrer, sans_violation

CHOISI = "Trois-Mots-Et-Un-Chiffre-7"


def test_creer_un_compte_attribuer_un_groupe_et_entrer(page, ouvrir_page, mailoutbox):
    entrer(page, "admin")
    page.goto("/admin/")
    sans_violation(page)
    page.get_by_role("link", name="Créer un compte").click()
    page.get_by_label(re.compile("^Nom affiché")).fill("Éducatrice du CPAS")
    page.get_by_label(re.compile("^Adresse électronique")).fill("educatrice@csil.example")
    page.locator("#id_appartenance-0-partenaire").select_option(label="CPAS")
    sans_violation(page)
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("educatrice@csil.example")
    personne = Utilisateur.objects.get(email="educatrice@csil.example")
    page.goto(f"/admin/csil/utilisateur/{personne.pk}/groupes/")
    sans_violation(page)
    page.get_by_role("button", name=re.compile(f"Attribuer.*{CONCERTATION}")).click()
    expect(page.locator(".messagelist")).to_contain_text(CONCERTATION)
    lien = re.search(r"https?://[^/]+(/comptes/invitation/\S+)", mailoutbox[-1].body)[1]

    invitee = ouvrir_page()
    invitee.goto(lien)
    sans_violation(invitee)
    champs = invitee.locator("input[type=password]")
    champs.nth(0).fill(CHOISI)
    champs.nth(1).fill(CHOISI)
    invitee.keyboard.press("Enter")
    invitee.wait_for_url(re.compile("/comptes/login/"))
    invitee.get_by_label("Adresse électronique de service").fill("educatrice@csil.example")
    invitee.get_by_label("Mot de passe").fill(CHOISI)
    invitee.keyboard.press("Enter")
    invitee.get_by_label(re.compile("je l’accepte")).check()
    invitee.get_by_role("button", name="J’accepte").click()
    invitee.get_by_role("link", name="Partenaires", exact=True).first.click()
    expect(invitee.locator("caption")).to_contain_text("17 partenaires")


def test_demander_un_mandat_le_confirmer(page, ouvrir_page, distribution):
    agent = distribution.agent_saj
    entrer(page, "admin")
    page.goto(f"/admin/csil/utilisateur/{agent.pk}/groupes/")
    page.get_by_role("link", name=re.compile(f"Demander un mandat.*{CELLULE}")).click()
    sans_violation(page)
    page.get_by_label(re.compile("^Autorité")).fill("Collège communal")
    page.get_by_label(re.compile("^Base")).fill("Décision du 1er octobre 2026")
    page.get_by_label(re.compile("^Motif")).fill("Renfort du service.")
    page.get_by_role("button", name="Demander le mandat").click()
    page.wait_for_url(re.compile("/mandats/"))
    expect(page.get_by_text("Attend une confirmation")).to_be_visible()

    autorite = ouvrir_page()
    entrer(autorite, "chef-de-corps")
    autorite.get_by_role("link", name="Examiner").click()
    sans_violation(autorite)
    autorite.get_by_role("button", name="Refuser").click()
    expect(autorite.get_by_role("alert")).to_contain_text("ites pourquoi vous refusez")
    autorite.get_by_role("button", name="Confirmer le mandat").click()
    expect(autorite.get_by_text("En vigueur").first).to_be_visible()
    assert Utilisateur.objects.get(pk=agent.pk).groupes == {CONCERTATION, CELLULE}


def test_plusieurs_comptes_a_la_fois(page):
    entrer(page, "admin")
    page.goto("/admin/csil/utilisateur/")
    sans_violation(page)
    page.get_by_role("link", name="Plusieurs comptes à la fois").click()
    sans_violation(page)
    page.get_by_label(re.compile("^Les personnes")).fill(
        "Une; une@csil.example; CPAS\nDeux; pas-une-adresse; SAJ\nTrois; trois@csil.example; Inconnu"
    )
    page.get_by_role("button", name="Vérifier les lignes").click()
    expect(page.locator("main")).to_contain_text("Ligne 2")
    expect(page.locator("main")).to_contain_text("Ligne 3")
    assert not Utilisateur.objects.filter(email="une@csil.example").exists()
    page.get_by_label(re.compile("^Les personnes")).fill(
        "Une; une@csil.example; CPAS\nDeux; deux@csil.example; saj"
    )
    page.get_by_role("button", name="Vérifier les lignes").click()
    sans_violation(page)
    page.get_by_role("button", name="Créer et inviter").click()
    expect(page.locator(".messagelist")).to_contain_text("2 compte")
    assert Utilisateur.objects.get(email="deux@csil.example").appartenance.partenaire.code == "saj"


def test_les_listes_sur_un_telephone_gardent_leurs_mots(page):
    """Wider than the screen, a list slides in its frame; no column is broken letter by letter, nothing else overflows."""
    entrer(page, "admin")
    page.set_viewport_size({"width": 360, "height": 900})
    for modele in admin.site._registry:
        liste = modele._meta.label_lower.replace(".", "/")
        page.goto(f"/admin/{liste}/")
        etroites = page.locator("#result_list :is(th, td)").evaluate_all(
            "cases => cases.filter(c => { const texte = document.createElement('span');"
            " texte.textContent = c.innerText.split(/\\s+/).reduce((a, b) => a.length > b.length ? a : b);"
            " texte.style.position = 'absolute'; c.append(texte); const large = texte.offsetWidth; texte.remove();"
            " return c.clientWidth && large > c.clientWidth + 1 }).map(c => c.innerText)"
        )
        assert not etroites, liste
        sans_violation(page, largeurs=(360,))
