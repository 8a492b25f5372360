"""A real browser on the live server: fixtures (loaded by conftest) and what every person does first."""

import re
import shutil
import time
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import sync_playwright

from csil.local.demonstration import MOT_DE_PASSE, SECRET_TOTP

# Chromium alone on this machine: no sandbox for root, no call to anybody.
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
# The shell is the same engine without a window around it: a third less to compute.
NAVIGATEURS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def navigateur():
    executable = next(filter(None, map(shutil.which, NAVIGATEURS)))
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=executable, args=ARGUMENTS.split())


@pytest.fixture
def ouvrir_page(navigateur, live_server, transactional_db, distribution):
    """Open a browser of its own: other cookies, another person. Fails at the end if the console complained."""
    cache.clear()
    contextes, plaintes = [], []

    def ouvrir():
        contexte = navigateur.new_context(
            locale="fr-BE", viewport={"width": 1280, "height": 900}, base_url=live_server.url
        )
        contextes.append(contexte)
        page = contexte.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda erreur: plaintes.append(str(erreur)))
        # axe, which has no address, applies styles of its own to measure
        page.on(
            "console", lambda m: plaintes.append(m.text) if "Policy" in m.text and m.location["url"] else None
        )
        return page

    yield ouvrir
    for contexte in contextes:
        contexte.close()
    assert not plaintes, plaintes


@pytest.fixture
def page(ouvrir_page):
    return ouvrir_page()


def code(decalage=0, secret=SECRET_TOTP):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + decalage))


def entrer(page, login, decalage=0):
    """Password, code, home. `decalage`: another code than the current one, for a second login within 30 seconds."""
    page.goto("/comptes/login/")
    page.get_by_label("Adresse électronique de service").fill(f"{login}@csil.example")
    page.get_by_label("Mot de passe").fill(MOT_DE_PASSE)
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_label(re.compile("Code")).fill(code(decalage))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda adresse: urlsplit(adresse).path == "/")


def sortir(page):
    page.locator("summary.compte__nom").click()
    page.get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url(re.compile("/comptes/login/"))


def sans_violation(page, largeurs=(1280, 360)):
    """axe finds nothing and nothing overflows, wide and on a phone."""
    page.wait_for_load_state()
    for largeur in largeurs:
        page.set_viewport_size({"width": largeur, "height": 900})
        violations = Axe().run(page).response["violations"]
        dites = [f"{v['id']} : {n['target']}" for v in violations for n in v["nodes"]]
        assert not dites, f"{page.url} à {largeur} px\n" + "\n".join(dites)
        assert page.evaluate("document.documentElement.scrollWidth") <= largeur, (
            f"{page.url} déborde à {largeur} px"
        )
    page.set_viewport_size({"width": 1280, "height": 900})
