"""A meeting's acts in a real browser, by keyboard alone and without JavaScript; the month; a template's items."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from concertation.reunions.models import Etat, Reunion
from tests.concertation.ecritures import modele, point, reunion
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire


@pytest.fixture
def prete(distribution):
    with proprietaire():
        ici = reunion(distribution.referent, 21)
        point(ici, distribution.referent, "Familles inquiètes")
    return ici


def aller_a(page, nom, au_plus=60):
    """Tab until the thing of that name has the keyboard, as somebody without a mouse does."""
    for _ in range(au_plus):
        page.keyboard.press("Tab")
        atteint = page.evaluate("document.activeElement.textContent")
        if atteint.replace("\N{NO-BREAK SPACE}", " ").strip() == nom.replace("\N{NO-BREAK SPACE}", " "):
            return
    raise AssertionError(f"« {nom} » ne s’atteint pas au clavier")


def activer(page, nom):
    aller_a(page, nom)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_les_actes_au_clavier(page, prete):
    """Close the agenda, open it again, postpone with a reason, choose a new date, cancel."""
    entrer(page, "referent")
    page.goto(prete.get_absolute_url())
    activer(page, "Arrêter l’ordre du jour")
    page.get_by_text("L’ordre du jour est arrêté.").wait_for()
    activer(page, "Rouvrir l’ordre du jour")
    page.get_by_text("de nouveau un brouillon").wait_for()
    activer(page, "Reporter")
    activer(page, "Reporter la réunion")  # without a reason: the summary leads to the field
    resume = page.get_by_role("alert")
    resume.wait_for()
    activer(page, resume.get_by_role("link").inner_text())
    page.keyboard.type("La salle est prise.")
    activer(page, "Reporter la réunion")
    page.get_by_text("La salle est prise.").wait_for()
    sans_violation(page)
    activer(page, "Choisir une nouvelle date")
    page.get_by_label("Nouveau jour").fill(f"{timezone.localdate() + timedelta(days=40)}")
    page.get_by_label("Début").fill("09:30")
    activer(page, "Enregistrer la date")
    page.get_by_text("La réunion a sa nouvelle date").wait_for()
    activer(page, "Annuler la réunion")
    page.get_by_label("Motif").fill("Plus rien d’urgent.")
    activer(page, "Annuler la réunion")
    page.get_by_text("Cette réunion est annulée.").wait_for()
    prete.refresh_from_db()
    assert prete.etat == Etat.ANNULEE


def test_creer_et_parcourir_sans_javascript(navigateur, live_server, transactional_db, distribution):
    with proprietaire():
        modele(distribution.referent, invites=[distribution.agent_saj])
    contexte = navigateur.new_context(java_script_enabled=False, base_url=live_server.url)
    page = contexte.new_page()
    entrer(page, "referent")
    page.goto("/concertation/reunions/nouvelle/")
    page.get_by_role("link", name="Réunion mensuelle").click()
    page.get_by_label("Jour", exact=False).first.fill(f"{timezone.localdate() + timedelta(days=21)}")
    page.get_by_label("Fin").fill("13:00")
    page.get_by_role("button", name="Créer la réunion").click()
    assert "avant d’avoir commencé" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Lieu").input_value() == "Salle de la Violette"
    page.get_by_label("Fin").fill("16:30")
    page.get_by_role("button", name="Créer la réunion").click()
    assert "1 personne invitée et 2 points" in page.locator("main").inner_text()
    ici = Reunion.objects.get()
    page.goto(f"/concertation/reunions/calendrier/?mois={timezone.localtime(ici.debut):%Y-%m}")
    page.get_by_role("link", name=ici.titre).click()
    page.wait_for_url(f"**{ici.get_absolute_url()}")
    contexte.close()


def test_le_mois_sur_un_telephone(page, prete):
    """The days that hold something, in words; the weeks' grid is for wide screens."""
    entrer(page, "agent-saj")
    page.set_viewport_size({"width": 360, "height": 800})
    debut = timezone.localtime(prete.debut)
    page.goto(f"/concertation/reunions/calendrier/?mois={debut:%Y-%m}")
    jours = page.locator(".calendrier__jour:visible")
    assert jours.count() in (1, 2)  # and today, when it is the same month
    assert re.search(
        rf"\b{debut.day}\b.*{debut.year}", jours.last.inner_text().replace("\N{NO-BREAK SPACE}", " ")
    )
    page.get_by_role(
        "link",
        name=re.compile(
            "^(Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre)"
        ),
    ).last.click()
    page.wait_for_url(re.compile("mois="))


def test_ranger_les_points_d_un_modele_au_clavier(page, distribution):
    with proprietaire():
        mensuel = modele(distribution.referent)
    entrer(page, "referent")
    page.goto(mensuel.get_absolute_url())
    activer(page, "Monter « Divers »")
    page.wait_for_url(re.compile("#monter-"))
    assert page.locator(".point__titre").all_inner_texts()[0].endswith("Divers")
