"""In real browsers: a RIR from the local police, from its entry through its circuit to the TFL, and the return that comes back."""

import re

import pytest

from informations_sensibles.informations.models import Information
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.informations.test_informations import rir  # noqa: F401 - fixture
from tests.informations_sensibles.informations.test_parcours_informations import remplir
from tests.informations_sensibles.signaler.test_parcours_signaler import cocher as choisir
from tests.informations_sensibles.transmissions.test_parcours_transmissions import (
    _liberer,
    _repondre,
    cocher,
    lu,
    presser,
)
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire, relire

SYNTHESE = "La personne a été vue deux fois devant un local que la police connaît."


@pytest.fixture
def suivi(distribution):
    """Led by the member; the Officier is not of its circle."""
    with proprietaire():
        return dossiers.dossier(distribution.membre_cellule)


def test_un_rir_jusqu_a_la_tfl_et_son_retour(rir, suivi, ouvrir_page):  # noqa: F811
    membre, officier, referent, contact = (ouvrir_page() for _ in range(4))
    information = _saisir(membre, suivi)
    _valider_et_evaluer(officier, information)
    reference = _preparer(membre, suivi, information)
    _verifier(referent, reference)
    _liberer_et_avancer(officier, reference, information)
    _repondre(contact, reference)
    _tout_se_lit(membre, suivi, information, reference)


def _saisir(page, suivi):
    entrer(page, "membre-cellule")
    page.goto(f"/informations-sensibles/informations/nouvelle/?dossier={suivi.pk}")
    remplir(page, "RIR", "Police locale", originateur="Police locale de Liège", synthese=SYNTHESE, nom="")
    presser(page, "button", "Enregistrer l’information")
    assert "Elle attend d’être validée" in lu(page)
    with proprietaire():
        return Information.objects.get()


def _valider_et_evaluer(page, information):
    entrer(page, "officier-information")
    page.goto(information.get_absolute_url())
    presser(page, "link", "Valider ou écarter")
    choisir(page, "Valider")
    page.get_by_label(re.compile("^Pourquoi, en un mot")).fill("Conforme au RIR.")
    presser(page, "button", "Enregistrer ma décision")
    presser(page, "link", "Évaluer (4×4)")
    choisir(page, "B :")
    choisir(page, "2 :")
    presser(page, "button", "Enregistrer l’évaluation")
    assert "B2" in lu(page)


def _preparer(page, suivi, information) -> str:
    """By the pilote, who entered it: its circuit stands at the step of the TFL, so it may go."""
    page.goto(f"/informations-sensibles/transmissions/nouvelle/?dossier={suivi.pk}")
    page.get_by_label(re.compile(information.reference)).check()
    page.get_by_label(re.compile("^Genre")).select_option("RIR")
    page.get_by_label(re.compile("^Référence de la pièce")).fill("RIR 2026-0457")
    page.get_by_label(re.compile("^Objet")).fill("Fréquentation d’un local connu")
    cocher(page, re.compile("^Prévention"))
    page.get_by_label(re.compile("^Base légale")).select_option(index=1)
    page.get_by_label(re.compile("^Destinataire")).select_option(index=1)
    presser(page, "button", "Enregistrer")
    assert "une autre personne la vérifie" in page.locator("body").inner_text(), lu(page)
    return re.search(r"T-\w{4}-\w{2}", page.title())[0]


def _verifier(page, reference):
    entrer(page, "referent")
    presser(page, "link", re.compile(f"Vérifier une transmission : {reference}"))
    for _ in range(10):  # conditions, at most
        if page.get_by_role("button", name="Déclarer la transmission vérifiée").count():
            break
        for precision in page.get_by_label(re.compile("Par qui, et quand")).all():
            precision.fill("Le chef de service, hier.")
        cocher(page, re.compile("^Oui$"))
        presser(page, "button", "Confirmer cette vérification")
    presser(page, "button", "Déclarer la transmission vérifiée")
    assert "Vérifiée" in lu(page)


def _liberer_et_avancer(page, reference, information):
    page.goto("/")
    _liberer(page, reference, deja_la=True)
    page.goto(information.get_absolute_url())
    presser(page, "link", "Informer le contact TFL")
    page.get_by_label(re.compile("^Un mot")).fill(f"Transmis : {reference}.")
    presser(page, "button", "C’est fait")
    assert "Circuit terminé" in lu(page)
    assert relire(information).cercle


def _tout_se_lit(page, suivi, information, reference):
    """The whole dossier on one page, for its pilote."""
    page.goto(f"{suivi.get_absolute_url()}chronologie/")
    raconte = lu(page)
    for mot in (information.reference, reference, "Pris en compte.", "Traité"):
        assert mot in raconte, mot
    sans_violation(page)
