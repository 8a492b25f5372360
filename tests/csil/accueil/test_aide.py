"""The ten questions have an answer for every role (R78), and no article number is written in a template (R77)."""

import re

from django.conf import settings

from csil.accueil.views.aide import QUESTIONS, ROLES
from csil.comptes import groupes

GABARITS = settings.RACINE / "templates"
CODES = {role.code for role in ROLES}


def test_each_group_has_a_role():
    tous = {
        groupes.CONCERTATION,
        groupes.POINTS_DE_CONTACT,
        groupes.DPO,
        groupes.ADMINISTRATEURS,
        *groupes.SENSIBLES,
    }
    assert {groupe for role in ROLES for groupe in role.groupes} == tous


def test_each_question_answers_each_role_once():
    for question in QUESTIONS:
        texte = (GABARITS / question.modele).read_text()
        listes = re.findall(r"\{% pour (.*?) %\}", texte)
        repondus = [code for liste in listes for code in re.findall(r'"(\w+)"', liste)]
        assert sorted(repondus) == sorted(CODES), question.code


def test_each_role_is_described():
    assert [role.code for role in ROLES if not (GABARITS / role.modele).is_file()] == []


def test_there_are_ten_questions():
    assert len(QUESTIONS) == 10


def test_no_article_number_in_a_template():
    fautifs = [
        p.name
        for p in GABARITS.rglob("*.html")
        if re.search(r"458|article \d|numac|loi du \d", p.read_text())
    ]
    assert not fautifs
