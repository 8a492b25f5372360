"""In real browsers, by keyboard: prepared, checked by another, released by a third, acknowledged and answered by the TFL."""

import re

import pytest

from informations_sensibles.transmissions.models import CopieFigee
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire

TEMOIN = "zyxotropique"
LISTE = "/informations-sensibles/transmissions/"


@pytest.fixture
def dossier(distribution):
    """A minor's, with an information whose originator agreed, and another whose originator did not."""
    with proprietaire():
        suivi = dossiers.dossier(
            distribution.membre_cellule, mineur="oui", interet_enfant="Rester dans son école."
        )
        accordee = dossiers.finie(
            distribution.membre_cellule, suivi, code_traitement="H2", synthese=f"Un signe {TEMOIN}."
        )
        dossiers.consentement(accordee, distribution.officier_information)
        dossiers.finie(distribution.membre_cellule, suivi, source="surete")
    return suivi


def lu(page) -> str:
    return page.locator("main").inner_text().replace("\xa0", " ")


def presser(page, role, nom) -> None:
    """Reached and pressed with the keyboard; another page opens, or this one again."""
    page.get_by_role(role, name=nom).first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def cocher(page, nom) -> None:
    page.get_by_label(nom).first.focus()
    page.keyboard.press("Space")


def test_de_la_preparation_au_retour(ouvrir_page, dossier):
    reference = _preparer(ouvrir_page(), dossier)
    _verifier(ouvrir_page(), reference)
    officier = ouvrir_page()
    _liberer(officier, reference)
    _repondre(ouvrir_page(), reference)
    officier.reload()
    assert "Retour reçu" in lu(officier) and "Pris en compte." in lu(officier)
    sans_violation(officier)
    presser(officier, "link", "Historique")
    sans_violation(officier)


def _preparer(page, dossier) -> str:
    entrer(page, "membre-cellule")
    page.goto(LISTE)
    sans_violation(page)
    presser(page, "link", "Préparer une transmission")
    sans_violation(page)
    presser(page, "link", dossier.reference)
    assert "n’a pas donné son accord" in lu(page)
    assert page.locator("input[type=checkbox]:disabled").count() == 1
    presser(page, "button", "Enregistrer")
    assert "Choisissez au moins une information".lower() in lu(page).lower()
    sans_violation(page)
    page.locator("input[type=checkbox]:not(:disabled)").focus()
    page.keyboard.press("Space")
    page.get_by_label(re.compile("^Genre")).select_option("Rapport")
    page.get_by_label(re.compile("^Objet")).fill("Évolution depuis septembre")
    cocher(page, re.compile("^Protection de l’intégrité"))
    page.get_by_label(re.compile("^Base légale")).select_option("Concertation de cas")
    page.get_by_label(re.compile("^Destinataire")).select_option(index=1)
    page.get_by_label(re.compile("^Intérêt supérieur")).fill("Que chacun agisse avant la rentrée.")
    presser(page, "button", "Enregistrer")
    assert "une autre personne la vérifie" in page.locator(".messages").inner_text()
    sans_violation(page)
    return re.search(r"T-\w{4}-\w{2}", page.title())[0]


def _verifier(page, reference):
    entrer(page, "referent")
    presser(page, "link", re.compile(f"Vérifier une transmission : {reference}"))
    assert TEMOIN in lu(page) and "Non vérifié" in lu(page)
    sans_violation(page)
    for _ in range(6):
        if page.get_by_label(re.compile("Par qui, et quand")).count():
            assert "Le chef de service" in page.get_by_label(re.compile("Par qui, et quand")).input_value()
        cocher(page, re.compile("^Oui$"))
        presser(page, "button", "Confirmer cette vérification")
    assert "Chaque condition est remplie" in lu(page)
    sans_violation(page)
    presser(page, "button", "Déclarer la transmission vérifiée")
    assert "Vérifiée" in lu(page)


def _liberer(page, reference, deja_la=False):
    if not deja_la:
        entrer(page, "officier-information")
    presser(page, "link", re.compile(f"Libérer une transmission : {reference}"))
    sans_violation(page)
    presser(page, "button", "Figer la copie et libérer")
    assert "Empreinte" in lu(page)
    sans_violation(page)


def _repondre(page, reference):
    entrer(page, "contact-tfl")
    page.goto(f"{LISTE}recues/")
    sans_violation(page)
    presser(page, "link", re.compile(f"Accuser réception : {reference}"))
    assert TEMOIN not in lu(page)
    sans_violation(page)
    presser(page, "button", "Accuser réception")
    with page.expect_download() as telechargement:
        page.get_by_role("link", name="Télécharger la copie figée").click()
    assert telechargement.value.suggested_filename == f"{reference}.pdf"
    with proprietaire():
        assert CopieFigee.objects.get().taille == telechargement.value.path().stat().st_size
    presser(page, "link", "Répondre")
    sans_violation(page)
    cocher(page, re.compile("^Aucun marquage"))
    cocher(page, re.compile("^Traité"))
    page.get_by_label(re.compile("^Un mot")).fill("Pris en compte.")
    presser(page, "button", "Envoyer le retour")
    assert "Pris en compte." in lu(page)
    sans_violation(page)
    assert page.get_by_role("link", name="Transmissions reçues").count() >= 1


def test_un_envoi_de_la_tfl(ouvrir_page, distribution):
    page = ouvrir_page()
    entrer(page, "officier-information")
    page.goto(f"{LISTE}arrivee/")
    sans_violation(page)
    cocher(page, re.compile("^Aucun marquage"))
    page.get_by_label(re.compile("^Genre")).select_option("Avis")
    page.get_by_label(re.compile("^Objet")).fill("Avis sur une situation")
    page.get_by_label(re.compile("^Code de traitement")).select_option(index=2)
    presser(page, "button", "Enregistrer")
    sans_violation(page)
    presser(page, "button", "Noter l’accusé de réception")
    assert "Accusée" in lu(page)
