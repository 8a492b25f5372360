"""The picture of the README, taken from the running demonstration: `make demo`, and beside it `make capture`."""

import base64
import hmac
import shutil
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

RACINE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(RACINE))

from csil.local.demonstration import DOMAINE, MOT_DE_PASSE, SECRET_TOTP  # noqa: E402
from csil.local.reglages import lire  # noqa: E402

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def code() -> str:
    compteur = int(time.time()) // 30
    condense = hmac.digest(base64.b32decode(SECRET_TOTP), compteur.to_bytes(8, "big"), "sha1")
    debut = condense[-1] & 15
    return f"{(int.from_bytes(condense[debut : debut + 4], 'big') & 0x7FFFFFFF) % 10**6:06d}"


def main():
    adresse = lire(RACINE / "var" / "local.env").get("CSIL_ADRESSE")
    if not adresse:
        sys.exit("La démonstration ne tourne pas : lancez d’abord « make demo ».")
    with sync_playwright() as playwright:
        chromium = next(
            filter(
                None,
                map(
                    shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                ),
            )
        )
        navigateur = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = navigateur.new_page(viewport={"width": 1280, "height": 900}, locale="fr-BE", base_url=adresse)
        page.goto("/comptes/login/")
        page.locator("[name=login]").fill(f"agent-cripel@{DOMAINE}")
        page.locator("[name=password]").fill(MOT_DE_PASSE)
        page.keyboard.press("Enter")
        page.locator("[name=code]").fill(code())
        page.keyboard.press("Enter")
        page.locator("h1", has_text="Ce qui vous attend").wait_for()
        page.goto("/partenaires/")
        page.screenshot(path=RACINE / "docs" / "images" / "annuaire.png")
        navigateur.close()


if __name__ == "__main__":
    main()
