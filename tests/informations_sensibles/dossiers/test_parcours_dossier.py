"""In real browsers, with the keyboard alone: a dossier is proposed, opened by another person, and its identity shown and veiled."""

import re

from django.db import connection

from informations_sensibles.dossiers.models import Dossier
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire

NOM = "Inventédupont"


def lu(page) -> str:
    return page.locator("main").inner_text().replace("\xa0", " ")


def aller_a(page, cible) -> None:
    """With the Tab key, until what is looked for has the focus."""
    cible.wait_for()
    for _ in range(120):
        if cible.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"le clavier n’atteint pas {cible}")


def suivre(page, nom, role="link") -> None:
    aller_a(page, page.get_by_role(role, name=nom).first)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def ecrire(page, etiquette, texte) -> None:
    aller_a(page, page.get_by_label(re.compile(f"^{etiquette}")))
    page.keyboard.type(texte)


def test_proposer_ouvrir_reveler_au_clavier(ouvrir_page, distribution):
    membre = ouvrir_page()
    entrer(membre, "membre-cellule")
    reference = _proposer(membre)
    _ouvrir(ouvrir_page(), reference)
    _suivre_et_reveler(membre, reference)


def _proposer(page) -> str:
    suivre(page, "Informations sensibles")
    suivre(page, "Dossiers")
    sans_violation(page)
    suivre(page, "Proposer un dossier")
    ecrire(page, "Les signes observés", "Un isolement soudain, loin de ses groupes.")
    ecrire(page, "Pourquoi plusieurs services", "L’école et le club ne se parlent pas.")
    ecrire(page, "Pourquoi le suivi reste", "Chacun dit ce qu’il a vu, rien de plus.")
    aller_a(page, page.get_by_label("Non", exact=True))
    page.keyboard.press("Space")
    suivre(page, "Proposer", "button")
    assert "Dites pourquoi un moyen plus léger" in lu(page).replace(
        "dites", "Dites"
    )  # the summary takes the focus
    assert "ne se parlent pas" in page.get_by_label(re.compile("^Pourquoi plusieurs services")).input_value()
    sans_violation(page)
    ecrire(page, "Pourquoi un moyen plus léger", "L’entretien n’a pas suffi.")
    suivre(page, "Proposer", "button")
    assert "est proposé" in page.locator(".messages").inner_text()
    sans_violation(page, largeurs=(1280, 360, 320))
    assert not page.get_by_role("link", name="Ouvrir le dossier").count()  # its author does not
    return re.search(r"D-\w{4}-\w{2}", page.title())[0]


def _ouvrir(page, reference):
    """The Référent finds it at home, reads what was weighed, opens it; it is then no longer hers to read."""
    entrer(page, "referent")
    suivre(page, re.compile(f"Ouvrir ou non un dossier : {reference}"))
    suivre(page, "Ouvrir le dossier")
    assert "Un isolement soudain" in lu(page)
    sans_violation(page)
    suivre(page, "Ouvrir le dossier", "button")
    assert "est ouvert" in page.locator(".messages").inner_text().replace("\xa0", " ")
    assert not page.get_by_role("link", name=reference).count()


def _suivre_et_reveler(page, reference):
    page.goto("/informations-sensibles/dossiers/")
    suivre(page, reference)
    suivre(page, "Mettre en suivi")
    suivre(page, "Mettre en suivi", "button")
    suivre(page, "Révéler l’identité")
    suivre(page, "Écrire l’identité")
    ecrire(page, "Nom", NOM)
    ecrire(page, "Pourquoi l’écrire", "Préparer l’entretien.")
    sans_violation(page)
    suivre(page, "Enregistrer", "button")
    assert NOM in lu(page) and "Visible jusqu’à" in lu(page)
    _un_quart_d_heure_passe()
    page.reload()
    assert NOM not in page.content() and "Identité masquée" in lu(page)
    ecrire(page, "Pourquoi maintenant", "Préparer la revue.")
    suivre(page, "Révéler l’identité", "button")
    assert NOM in lu(page)
    sans_violation(page, largeurs=(1280, 360, 320))
    page.emulate_media(media="print")
    assert NOM not in lu(page)  # paper never bears it
    page.emulate_media(media="screen")
    suivre(page, "Revenir aux personnes")
    assert NOM not in page.content()
    suivre(page, "Ajouter un facteur")
    aller_a(page, page.get_by_label("Facteur de risque"))
    page.keyboard.press("Space")
    ecrire(page, "Ce qui est observé", f"{NOM} ne sort plus.")
    suivre(page, "Ajouter", "button")
    assert "gardée à part" in lu(page)
    assert NOM in page.get_by_label(re.compile("^Ce qui est observé")).input_value()
    with proprietaire():
        assert Dossier.objects.get(reference=reference).etat == "en_suivi"


def _un_quart_d_heure_passe():
    with proprietaire(), connection.cursor() as curseur:
        curseur.execute("UPDATE informations_sensibles_revelation SET le = le - interval '16 minutes'")
