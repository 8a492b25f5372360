"""From the Référent's « Convoquer » to an answer given from the mail, in a browser that never logged in."""

import re

import pytest
from django.urls import reverse

from concertation.convocations.actes.reunion import convoquer
from concertation.convocations.jetons import jeton_de_reponse
from concertation.convocations.models import Convocation, Reponse
from csil.courrier import distribuer
from tests.concertation.ecritures import arretee, inviter_sans_compte
from tests.navigateur import entrer, sans_violation


@pytest.fixture
def ici(distribution, parler, transactional_db):
    referent = distribution.referent
    with parler(referent):
        ici = arretee(referent, distribution.agent_saj)
        inviter_sans_compte(ici, referent)
    return ici


def test_convoquer_puis_repondre_depuis_le_courriel(ouvrir_page, ici, boite):
    referent = ouvrir_page()
    entrer(referent, "referent")
    referent.goto(reverse("convocations", args=[ici.pk]))
    referent.get_by_role("link", name="Convoquer").click()
    referent.get_by_role("button", name="Convoquer ces 2 personnes").click()
    assert "La réunion est convoquée." in referent.locator(".messages").inner_text()
    assert distribuer() == 2
    referent.reload()
    assert referent.locator("tbody tr", has_text="Directrice").get_by_text("Envoyé").is_visible()

    message = next(m for m in boite.recus if m["To"] == "directrice@csil.example")
    courriel = ouvrir_page()  # the mail program shows the HTML part
    courriel.set_content(message.get_body(("html",)).get_content())
    adresse = courriel.get_by_role("link", name="Dire si vous venez").get_attribute("href")
    visiteuse = ouvrir_page()
    visiteuse.goto(re.sub(r"^https?://[^/]+", "", adresse))
    assert (
        visiteuse.title().startswith("Concertation")
        and visiteuse.locator("h1").inner_text() == "Viendrez-vous\N{NO-BREAK SPACE}?"
    )
    assert "Agent du SAJ" not in visiteuse.locator("main").inner_text()
    sans_violation(visiteuse)
    visiteuse.get_by_label("Un mot").first.fill("Je partirai à 16 heures.")
    visiteuse.get_by_role("button", name="Je viens").click()
    visiteuse.locator(".messages", has_text="votre réponse est enregistrée").wait_for()
    sans_violation(visiteuse)

    # With the keyboard alone she changes her mind: a colleague comes.
    resume = visiteuse.locator("summary", has_text="Quelqu’un viendra à ma place")
    resume.focus()
    visiteuse.keyboard.press("Enter")
    sans_violation(visiteuse)
    visiteuse.get_by_label("Qui viendra").focus()
    visiteuse.keyboard.type("Coordinatrice")
    visiteuse.keyboard.press("Enter")  # sends this answer, not « Je viens »
    visiteuse.get_by_text("par Coordinatrice").first.wait_for()
    assert Convocation.objects.get(courriel="directrice@csil.example").reponse == Reponse.REMPLACE

    referent.reload()
    assert "par Coordinatrice" in referent.locator("tbody tr", has_text="Directrice").inner_text()


def test_repondre_sans_javascript(navigateur, live_server, ici, distribution, parler):
    referent = distribution.referent
    with parler(referent):
        convoquer(ici, par=referent)
    convocation = ici.convocations.get(courriel="directrice@csil.example")
    contexte = navigateur.new_context(java_script_enabled=False, base_url=live_server.url)
    page = contexte.new_page()
    page.goto(reverse("repondre", args=[jeton_de_reponse(convocation)]))
    page.get_by_role("button", name="Je ne viens pas").click()
    page.get_by_text("S’excuse").first.wait_for()
    contexte.close()
