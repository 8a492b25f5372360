"""The agenda in a real browser: with the keyboard alone, by mouse, in two windows, without script, on paper."""

import re

import pytest

from csil.identite import au_nom_de
from tests.concertation.ecritures import point, reunion
from tests.navigateur import entrer, sans_violation

TITRES = ["Accueil", "Décrochage scolaire", "Maisons de jeunes", "Relais de quartier", "Divers"]


@pytest.fixture
def ici(distribution, live_server):
    """A draft of two and a half hours, its five items of forty minutes, and a proposal."""
    referent = distribution.referent
    with au_nom_de(referent, second_facteur=True):
        ici = reunion(referent, jours=14)
        for titre in TITRES:
            point(ici, referent, titre, duree=40)
    with au_nom_de(distribution.agent_saj):
        point(ici, distribution.agent_saj, "Mineurs étrangers non accompagnés", duree=20)
    return ici


def titres(page):
    return page.locator(".point__titre a").all_inner_texts()


def au_foyer(page):
    foyer = page.evaluate("document.activeElement.innerText || document.activeElement.id")
    return " ".join(foyer.split())


def aller_a(page, motif, touches=120):
    """Tab until this element has the keyboard."""
    for _ in range(touches):
        page.keyboard.press("Tab")
        if re.search(motif, au_foyer(page)):
            return
    raise AssertionError(f"{motif} hors d’atteinte au clavier")


def attendre_annonce(page, phrase):
    """Said aloud, and everything in its place."""
    page.wait_for_function(
        """mots => document.getElementById('annonce').textContent.replaceAll('\\u00a0', ' ').includes(mots)
            && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')""",
        arg=phrase,
    )


def lu(element):
    return element.inner_text().replace("\N{NO-BREAK SPACE}", " ")


def test_au_clavier_seul(page, ici):
    """Tab and Enter only: two moves up, one down, a duration, a proposal added."""
    entrer(page, "referent")
    page.goto(ici.adresse_ordre_du_jour)
    requetes = []
    page.on(
        "request", lambda requete: requetes.append(requete.url) if "ordre-du-jour" in requete.url else None
    )
    aller_a(page, "^Monter le point 4")
    page.keyboard.press("Enter")
    attendre_annonce(page, "Point 3 monté : il commence à 15 h 20.")
    assert titres(page)[:4] == ["Accueil", "Décrochage scolaire", "Relais de quartier", "Maisons de jeunes"]
    assert len(requetes) == 1, requetes  # moving is one request
    assert au_foyer(page).startswith("Monter le point 3")  # the keyboard stays on what moved
    page.keyboard.press("Enter")
    attendre_annonce(page, "Point 2 monté")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    attendre_annonce(page, "Point 3 descendu")
    assert au_foyer(page).startswith("Descendre le point 3")
    aller_a(page, "^id_duree-")
    page.keyboard.press("Control+A")
    page.keyboard.type("10")
    page.keyboard.press("Enter")  # in a field: the hours anew, nothing moves
    attendre_annonce(page, "Heures recalculées")
    assert titres(page)[2] == "Relais de quartier"
    aller_a(page, "^Ajouter « Mineurs")
    page.keyboard.press("Enter")
    attendre_annonce(page, "inscrit")
    assert "Mineurs étrangers non accompagnés" in titres(page)
    assert page.locator(".proposition").count() == 0


def test_deux_pressions_rapides_montent_de_deux(page, ici):
    entrer(page, "referent")
    page.goto(ici.adresse_ordre_du_jour)
    page.get_by_role("button", name="Monter le point 4").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    attendre_annonce(page, "Point 2 monté")
    assert titres(page)[1] == "Relais de quartier"
    assert not page.locator(".resume-erreurs").is_visible()


def test_a_la_souris(page, ici):
    entrer(page, "referent")
    page.goto(ici.adresse_ordre_du_jour)
    ligne = page.locator(".point", has_text="Relais de quartier")
    poignee, cible = ligne.locator(".point__poignee"), page.locator(".point", has_text="Décrochage")
    poignee.hover()
    page.mouse.down()
    boite = cible.bounding_box()
    page.mouse.move(boite["x"] + 20, boite["y"] + 10, steps=8)
    page.mouse.up()
    attendre_annonce(page, "Point 2 déplacé : il commence à 14 h 40.")
    assert titres(page)[:3] == ["Accueil", "Relais de quartier", "Décrochage scolaire"]
    # Into a section where nothing stands yet
    page.locator(".point", has_text="Accueil").locator(".point__poignee").hover()
    page.mouse.down()
    boite = page.locator("#s-ouverture").bounding_box()
    page.mouse.move(boite["x"] + 20, boite["y"] + 15, steps=8)
    page.mouse.up()
    attendre_annonce(page, "dans « Ouverture »")
    page.reload()
    assert page.locator('[data-section="ouverture"] .point').count() == 1
    # Escape puts it back and asks nothing
    page.locator(".point", has_text="Divers").locator(".point__poignee").hover()
    page.mouse.down()
    page.mouse.move(300, 300, steps=4)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert titres(page)[-1] == "Divers"


def test_deux_fenetres(ouvrir_page, ici):
    page = ouvrir_page()
    entrer(page, "referent")
    autre = page.context.new_page()
    for fenetre in (page, autre):
        fenetre.goto(ici.adresse_ordre_du_jour)
    page.get_by_role("button", name="Monter le point 3").click()
    attendre_annonce(page, "Point 2 monté")
    duree = autre.get_by_label("Durée du point 5, en minutes")
    duree.fill("25")
    autre.get_by_role("button", name="Monter le point 5").click()
    autre.wait_for_selector(".resume-erreurs:focus")
    assert "a été arrangé entre-temps" in autre.locator(".resume-erreurs").inner_text()
    assert titres(autre)[1] == "Maisons de jeunes" and duree.input_value() == "25"
    autre.get_by_role("button", name="Monter le point 5").click()
    attendre_annonce(autre, "Point 4 monté")
    assert autre.get_by_label("Durée du point 4, en minutes").input_value() == "25"
    assert not autre.locator(".resume-erreurs").count()


def test_reseau_coupe_puis_session_finie(ouvrir_page, ici):
    """Nothing is lost: the page says that the network is away, then leads to the login page."""
    page = ouvrir_page()
    entrer(page, "referent")
    page.goto(ici.adresse_ordre_du_jour)
    page.context.set_offline(True)
    page.get_by_role("button", name="Monter le point 3").click()
    page.wait_for_selector("#coupure")
    assert "La connexion est coupée" in page.locator("#coupure").inner_text()
    page.context.set_offline(False)
    page.get_by_role("button", name="Monter le point 3").click()
    attendre_annonce(page, "Point 2 monté")
    assert page.locator("#coupure").count() == 0
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Monter le point 3").click()
    page.wait_for_url(re.compile("/comptes/login/"))


def test_sans_javascript(navigateur, live_server, ici):
    contexte = navigateur.new_context(java_script_enabled=False, base_url=live_server.url)
    page = contexte.new_page()
    entrer(page, "referent")
    page.goto(ici.adresse_ordre_du_jour)
    assert page.locator(".point__poignee").count() == 0
    page.get_by_role("button", name="Monter le point 3").click()
    assert titres(page)[1] == "Maisons de jeunes"
    assert "Point 2 monté : il commence à 14" in lu(page.locator(".messages"))
    page.get_by_label("Durée du point 2, en minutes").fill("5")
    page.get_by_role("button", name="Recalculer les heures").click()
    page.get_by_text("Plus de gestes pour le point 2").click()
    page.get_by_role("button", name="Vers « Points à clôturer » : déplacer le point 2").click()
    assert titres(page)[-1] == "Maisons de jeunes"
    contexte.close()


def test_les_pages_des_points_sont_accessibles(page, ici):
    referente = ici.points.get(titre="Divers")
    proposee = ici.points.get(titre="Mineurs étrangers non accompagnés")
    entrer(page, "referent")
    base = f"/concertation/points/{proposee.pk}/"
    pages = [ici.adresse_ordre_du_jour, f"/concertation/reunions/{ici.pk}/points/nouveau/", base]
    pages += [
        f"{base}{acte}/"
        for acte in ("modifier", "repondre", "reporter", "retirer", "documents", "note", "historique")
    ]
    for adresse in (*pages, referente.get_absolute_url()):
        page.goto(adresse)
        assert page.locator("h1").count() == 1 and page.title().startswith("Concertation"), adresse
        sans_violation(page)


def test_a_320_pixels_et_en_sombre(page, ici):
    page.emulate_media(color_scheme="dark")
    entrer(page, "referent")
    page.goto(ici.adresse_ordre_du_jour)
    page.locator(".point__plus summary").first.click()
    sans_violation(page, largeurs=(1440, 768, 320))


def test_le_lecteur_et_le_papier(page, ici):
    entrer(page, "agent-saj")
    page.goto(ici.adresse_ordre_du_jour)
    assert page.locator('[name="monter"]').count() == 0
    sans_violation(page)
    page.emulate_media(media="print")
    assert not page.locator(".entete").is_visible() and not page.locator(".proposition").is_visible()
    assert "Préside : Référent Radicalisme" in lu(page.locator("main"))
    pied = lu(page.locator(".impression__pied"))
    assert "Agent du SAJ" in pied and "Cercle : membres de la Concertation" in pied
