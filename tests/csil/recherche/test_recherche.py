"""Search in French texts: accents, case, inflections and beginnings of words."""

import pytest
from django.db.models import F, TextField, Value
from django.db.models.functions import Concat

from csil.comptes.models import TexteEngagement
from csil.recherche import chercher, en_mots
from tests.outils import proprietaire

TEXTES = {
    1: "Les délibérations du collège sont closes depuis l’été.",
    2: "Une réunion à l’école Saint-Léonard, avec les éducateurs de rue.",
    3: "Cœur de l’exposé : la prévention de la radicalisation, article 458ter (2026-11).",
}


@pytest.fixture
def textes(distribution):
    with proprietaire():
        for version, contenu in TEXTES.items():
            TexteEngagement.objects.create(version=100 + version, titre=f"Exposé {version}", contenu=contenu)
    return TexteEngagement.objects.filter(version__gt=100)


def trouves(textes, demande, *expressions):
    return {t.version - 100 for t in chercher(textes, demande, *(expressions or ("titre", "contenu")))}


@pytest.mark.parametrize(
    ("demande", "attendus"),
    [
        ("délibération", {1}),
        ("DELIBERATIONS", {1}),
        ("délib", {1}),
        ("délibératio", {1}),
        ("délibérer", {1}),
        ("l’été", {1}),
        ("réunions", {2}),
        ("reunion ecole", {2}),
        ("école d’éducateurs", {2}),
        ("saint léonard", {2}),
        ("Saint-Léonard", {2}),
        ("st léonard", set()),
        ("coeur", {3}),
        ("458ter", {3}),
        ("2026", {3}),
        ("radicalisation prévention", {3}),
        ("radicalisation réunion", set()),
        ("exposé", {1, 2, 3}),
        ("exposé 2", {2, 3}),
        ("", {1, 2, 3}),
        ("les de la", {1, 2, 3}),
        ("« : & | ! ( ) ' \\ * <-> »", {1, 2, 3}),
        ("réunion' | 'délibérations", set()),
        ("éduc:*", {2}),
    ],
)
def test_ce_qui_est_trouve(textes, demande, attendus):
    assert trouves(textes, demande) == attendus


def test_des_expressions_aussi(textes):
    assert trouves(textes, "mot ecole", Concat(Value("Mot "), F("contenu"), output_field=TextField())) == {2}


def test_une_demande_demesuree_reste_une_demande(textes):
    assert len(en_mots("mot " * 10_000)) == 20
    assert trouves(textes, "réunion " * 5_000) == {2}
