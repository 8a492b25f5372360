"""In real browsers: a sector's contact point reports on a phone and is answered; a classified marking stops."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from csil.courrier.models import Envoi
from informations_sensibles.signalements.models import SignalementContextuel
from partenaires.annuaire.models import Quartier
from tests.informations_sensibles import ecritures as cellule
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire

TELEPHONE = {"width": 360, "height": 740}
TEMOIN = "zyxotropique"


@pytest.fixture
def tec(distribution):
    with proprietaire():
        Quartier.objects.create(nom="Droixhe")
        cellule.correspondre(distribution.contact_tec)
        cellule.point(personne=distribution.chef_de_corps)
        return cellule.secteur()


def lu(page) -> str:
    return page.locator("main").inner_text().replace("\xa0", " ")


def ouvrir(page, reference) -> None:
    page.get_by_role("link", name="Informations sensibles").first.click()
    page.get_by_role("link", name="Signalements contextuels").first.click()
    page.locator("tbody").get_by_role("link", name=reference).click()


def test_signaler_sur_un_telephone_et_recevoir_une_reponse(ouvrir_page, tec):
    contact = ouvrir_page()
    contact.set_viewport_size(TELEPHONE)
    entrer(contact, "contact-tec")
    reference = _signaler(contact)
    _prendre_et_evaluer(ouvrir_page(), reference)
    _clore(ouvrir_page(), reference)
    _lire_la_reponse(contact, reference)


def _signaler(page) -> str:
    page.goto("/informations-sensibles/processus/")
    page.get_by_role("link", name="Signalements contextuels").first.click()
    page.get_by_role("link", name="Faire un signalement contextuel").first.click()
    assert lu(page).index("Danger immédiat : appelez le 112 / la police") < lu(page).index(
        "Faire un signalement"
    )
    assert not page.get_by_text("La pièce porte-t-elle un marquage").count()
    page.get_by_role("link", name=re.compile("Que faire quand")).click()
    assert "rien ici n’alerte personne" in lu(page) and not page.locator("main form").count()
    sans_violation(page, largeurs=(1280, 360, 320))
    page.go_back()
    page.set_viewport_size(TELEPHONE)
    page.get_by_label(re.compile("^Ce qui a été vu")).fill(f"Un tract {TEMOIN} dans trois abris.")
    page.get_by_role("button", name="Envoyer à la Cellule").click()
    assert "Dites quand, même à peu près" in lu(page).replace("dites", "Dites")
    assert TEMOIN in page.get_by_label(re.compile("^Ce qui a été vu")).input_value()
    sans_violation(page, largeurs=(1280, 360, 320))
    page.set_viewport_size(TELEPHONE)
    page.get_by_label(re.compile("^Quartier")).select_option("Droixhe")
    quand = timezone.localtime() - timedelta(hours=2)
    page.get_by_label(re.compile("^Quand")).fill(quand.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label(re.compile("^Fait constaté")).check()
    page.get_by_role("button", name="Envoyer à la Cellule").click()
    assert "est reçu" in page.locator(".messages").inner_text() and "Pas encore" in lu(page)
    sans_violation(page, largeurs=(1280, 360))
    return re.search(r"SC-\w{4}-\w{2}", page.title())[0]


def _prendre_et_evaluer(page, reference):
    """The Officier d'information finds it on the home page, takes it over, evaluates it 4×4 and hands it to the Référent."""
    entrer(page, "officier-information")
    page.get_by_role(
        "link", name=re.compile(f"Prendre en charge un signalement contextuel : {reference}")
    ).click()
    assert TEMOIN in lu(page)
    sans_violation(page)
    page.get_by_role("button", name="Prendre en charge").click()
    page.get_by_role("link", name="Évaluer").click()
    page.get_by_label(re.compile("^B")).check()
    page.get_by_label(re.compile("^2")).check()
    sans_violation(page)
    page.get_by_role("button", name="Enregistrer l’évaluation").click()
    assert page.locator("abbr.code4").first.inner_text() == "B2"
    page.get_by_role("link", name="Confier").click()
    page.get_by_label(re.compile("^À qui")).select_option("Référent Radicalisme")
    page.get_by_role("button", name="Confier").click()
    assert "en est maintenant propriétaire" in page.locator(".messages").inner_text()


def _clore(page, reference):
    """The Référent closes it, from the list, with one outcome, its reason, a sentence and a word."""
    entrer(page, "referent")
    ouvrir(page, reference)
    page.get_by_role("link", name="Clore et répondre").click()
    page.get_by_label("Transmis à la Police locale").check()
    page.get_by_label(re.compile("^Pourquoi cette issue")).fill("Fait punissable, transmis le jour même.")
    page.get_by_label(re.compile("a reçu une suite")).check()
    page.get_by_label(re.compile("^Un mot en plus")).fill("Prévenez-nous si cela revient.")
    sans_violation(page)
    page.get_by_role("button", name="Clore et répondre").click()
    assert "Transmis à la Police locale" in lu(page)
    assert not page.get_by_role("link", name="Clore et répondre").count()
    page.get_by_role("link", name="Historique", exact=True).click()
    assert "a donné la réponse" in lu(page)
    sans_violation(page)


def _lire_la_reponse(page, reference):
    """An e-mail that says nothing, then the answer, and nothing of what was done."""
    with proprietaire():
        (envoi,) = Envoi.objects.all()
        assert envoi.destinataire == "contact-tec@csil.example" and TEMOIN not in envoi.corps.texte
    page.set_viewport_size(TELEPHONE)
    page.goto("/")
    page.get_by_role(
        "link", name=re.compile(f"Une réponse à votre signalement contextuel {reference}")
    ).click()
    page_lue = lu(page)
    assert "a reçu une suite" in page_lue and "Prévenez-nous si cela revient." in page_lue
    for tu in ("B2", "Police locale", "punissable", "Officier", "Référent"):
        assert tu not in page_lue, tu
    sans_violation(page, largeurs=(1280, 360, 320))


def test_un_marquage_classifie_arrete_et_ne_se_trouve_nulle_part(ouvrir_page, tec, distribution):
    """Declared, the form goes away; written, nothing of it is kept: neither in the database nor in the page."""
    membre = ouvrir_page()
    entrer(membre, "membre-cellule")
    membre.goto("/informations-sensibles/signalements/nouveau/")
    membre.get_by_label("RESTREINT", exact=True).check()
    assert membre.get_by_text("Arrêtez-vous ici").is_visible()
    assert not membre.get_by_role("button", name="Envoyer à la Cellule").is_visible()
    sans_violation(membre)
    contact = ouvrir_page()
    contact.set_viewport_size(TELEPHONE)
    entrer(contact, "contact-tec")
    contact.goto("/informations-sensibles/signalements/nouveau/")
    contact.get_by_label(re.compile("^Ce qui a été vu")).fill(f"CONFIDENTIEL UE {TEMOIN}")
    contact.get_by_role("button", name="Envoyer à la Cellule").click()
    assert "Arrêtez-vous ici" in lu(contact) and TEMOIN not in contact.content()
    sans_violation(contact)
    with proprietaire(), connection.cursor() as curseur:
        assert not SignalementContextuel.objects.exists()
        for table in (
            "csil_entreejournal",
            "django_session",
            "informations_sensibles_historicalsignalementcontextuel",
        ):
            curseur.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{TEMOIN}%"])
            assert curseur.fetchone() == (0,), table
