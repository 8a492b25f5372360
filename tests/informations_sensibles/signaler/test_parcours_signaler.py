"""In real browsers: a partner’s report on a minor, from the visa to its coded answer, with the keyboard."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from csil.courrier.models import Envoi
from informations_sensibles.dossiers.models import Identite
from informations_sensibles.informations.models import Information
from partenaires.annuaire.models import Partenaire
from tests.informations_sensibles.signaler import ecritures as signaler
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire

TEMOIN = "zyxotropique"
NOM = "Exempleville"


def lu(page) -> str:
    return page.locator("main").inner_text().replace("\xa0", " ")


def aller(page, cible) -> None:
    """Reach it with the Tab key alone."""
    for _ in range(200):
        if cible.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{cible} ne s’atteint pas au clavier")


def taper(page, nom, texte) -> None:
    aller(page, page.get_by_label(re.compile(f"^{nom}")))
    page.keyboard.type(texte)


def cocher(page, nom) -> None:
    """Radio buttons: into the group with Tab, along it with the arrows, Space on the one that is wanted."""
    cible = page.get_by_role("radio", name=re.compile(f"^{nom}"))
    groupe = page.locator(f"input[name='{cible.get_attribute('name')}']")
    coche = groupe.locator(":scope:checked")
    aller(page, coche if coche.count() else groupe.first)
    for _ in range(groupe.count()):
        if cible.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert cible.is_checked()


def presser(page, nom, role="button") -> None:
    aller(page, page.get_by_role(role, name=nom).first)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_le_signalement_d_un_mineur_par_un_partenaire_jusqu_a_sa_reponse(ouvrir_page, distribution):
    agent = ouvrir_page()
    entrer(agent, "agent-saj")
    assert agent.goto("/signaler/").status == 404
    _viser(ouvrir_page())
    _ouvrir(ouvrir_page())
    reference = _signaler(agent)
    referent = ouvrir_page()
    _examiner(referent, reference)
    assert "En cours d’examen" in _relire(agent, reference)
    _repondre(referent, reference)
    _lire_la_reponse(agent, reference)


def _viser(page):
    entrer(page, "dpo")
    page.get_by_role("link", name="Visa", exact=True).click()
    sans_violation(page)
    page.get_by_role("link", name="Donner le visa").click()
    page.get_by_label(re.compile("^Ce que couvre le visa")).fill("Le traitement décrit au registre.")
    sans_violation(page)
    page.get_by_role("button", name="Donner le visa").click()
    assert "Le visa est donné." in page.locator(".messages").inner_text()
    sans_violation(page)


def _ouvrir(page):
    with proprietaire():
        saj = Partenaire.objects.get(code="saj").pk
    entrer(page, "bourgmestre")
    page.get_by_role("link", name="Informations sensibles").first.click()
    page.get_by_role("link", name="Signalements des partenaires").click()
    sans_violation(page)
    page.get_by_role("link", name=re.compile("Partenaires ouverts")).first.click()
    sans_violation(page)
    page.get_by_role("link", name="Ouvrir à un partenaire").first.click()
    page.get_by_label(re.compile("^Partenaire")).select_option(str(saj))
    page.get_by_label(re.compile("^Décision du")).fill(timezone.localdate().isoformat())
    page.get_by_label(re.compile("^Pourquoi ce partenaire")).fill(
        "Il suit des jeunes que la Cellule ne voit pas."
    )
    sans_violation(page)
    page.get_by_role("button", name="Ouvrir", exact=True).click()
    assert "peut maintenant faire un signalement" in page.locator(".messages").inner_text()
    sans_violation(page)


def _signaler(page) -> str:
    """By keyboard alone, once the wrong way: nothing typed is lost."""
    page.goto("/")
    presser(page, "Signaler", "link")
    sans_violation(page)
    presser(page, "Signaler une situation", "link")
    dit = lu(page)
    assert dit.index("Danger immédiat : appelez le 112 / la police") < dit.index("Sur quelle base")
    assert "Personne n’y est obligé" in dit and "D’abord le Référent Radicalisme, seul" in dit
    sans_violation(page, largeurs=(1280, 360, 320))
    cocher(page, "La personne le sait")
    taper(page, "Ce qui vous inquiète", f"Il répète des propos {TEMOIN} et ne vient plus.")
    hier = timezone.localdate() - timedelta(days=1)
    page.get_by_label(re.compile("^Quand")).fill(
        hier.isoformat()
    )  # a date field's keys depend on the browser
    cocher(page, "Fait constaté")
    taper(page, "Nom de la personne", NOM)
    taper(page, "Prénom", "Camille")
    naissance = timezone.localdate() - timedelta(days=15 * 365)
    page.get_by_label(re.compile("^Date de naissance")).fill(naissance.isoformat())
    cocher(page, "Non")
    presser(page, "Envoyer au Référent")
    assert (
        "la personne est mineure" in lu(page)
        and page.get_by_label(re.compile("^Nom de la")).input_value() == NOM
    )
    sans_violation(page, largeurs=(1280, 360, 320))
    cocher(page, "Oui")
    taper(page, "Ce que commande l’intérêt", "L’aider à revenir au service.")
    presser(page, "Envoyer au Référent")
    assert "C’est reçu" in page.locator(".messages").inner_text()
    assert TEMOIN in lu(page) and NOM not in page.content()
    sans_violation(page, largeurs=(1280, 360, 320))
    return re.search(r"SP-\w{4}-\w{2}", page.title())[0]


def _examiner(page, reference):
    """The Référent finds it on the home page, sees the name for a reason, and takes it up."""
    entrer(page, "referent")
    page.get_by_role("link", name=re.compile(f"Examiner un signalement de partenaire : {reference}")).click()
    assert TEMOIN in lu(page) and "L’aider à revenir au service." in lu(page) and NOM not in page.content()
    sans_violation(page)
    page.get_by_role("link", name="Voir qui c’est").click()
    page.get_by_label(re.compile("^Pourquoi")).fill("Savoir s’il est déjà suivi.")
    sans_violation(page)
    page.get_by_role("button", name="Voir").click()
    assert f"Camille {NOM}" in lu(page)
    page.get_by_role("link", name="Reprendre").click()
    page.get_by_label(re.compile("^Synthèse")).fill("Un jeune suivi s’éloigne de son service.")
    page.get_by_label(re.compile("^Catégorie")).select_option(index=1)
    page.get_by_role("radio", name=re.compile("^H2")).check()
    sans_violation(page)
    page.get_by_role("button", name="Reprendre dans une information").click()
    assert "Il reste à répondre" in page.locator(".messages").inner_text()
    sans_violation(page)
    with proprietaire():
        information = Information.objects.get()
        assert Identite.objects.get().information == information and NOM not in information.synthese


def _repondre(page, reference):
    page.goto("/")
    page.get_by_role(
        "link", name=re.compile(f"Répondre à un signalement de partenaire : {reference}")
    ).click()
    page.get_by_role("link", name="Clore et répondre").click()
    page.get_by_label(re.compile("^Repris dans une information")).check()
    page.get_by_label(re.compile("^Pourquoi cette issue")).fill("Le circuit de l’information continue.")
    page.get_by_label(re.compile("examiné et traité")).check()
    sans_violation(page)
    page.get_by_role("button", name="Clore et répondre").click()
    assert "Repris dans une information" in lu(page)
    page.get_by_role("link", name="Historique", exact=True).click()
    assert "a donné la réponse" in lu(page)
    sans_violation(page)
    page.goto("/informations-sensibles/signalements-partenaires/")
    assert reference in lu(page)
    sans_violation(page)


def _relire(page, reference) -> str:
    page.goto("/signaler/")
    presser(page, reference, "link")
    return lu(page)


def _lire_la_reponse(page, reference):
    """An e-mail that says nothing, then the sentence, and nothing of what was done."""
    with proprietaire():
        (envoi,) = Envoi.objects.all()
        assert envoi.destinataire == "agent-saj@csil.example"
        assert TEMOIN not in envoi.corps.texte and reference not in envoi.corps.texte
    page.goto("/")
    presser(page, re.compile(f"Une réponse à votre signalement {reference}"), "link")
    dit = lu(page)
    assert "examiné et traité" in dit
    for tu in ("Repris dans", "circuit", "I-", NOM):
        assert tu not in dit, tu
    assert not page.get_by_role("link", name="Retirer").count()
    sans_violation(page, largeurs=(1280, 360, 320))


@pytest.fixture
def ouvert(distribution):
    with proprietaire():
        signaler.ouvrir(distribution)


def test_retirer_au_clavier(ouvrir_page, ouvert, distribution):
    page = ouvrir_page()
    entrer(page, "agent-saj")
    with proprietaire():
        fait = signaler.signalement(distribution.agent_saj)
    _relire(page, fait.reference)
    presser(page, "Retirer", "link")
    assert "Plus personne de la Cellule ne le lira" in lu(page)
    sans_violation(page)
    presser(page, "Retirer ce que j’ai signalé")
    assert "vous seul le voyez encore ici" in lu(page)
    sans_violation(page)
