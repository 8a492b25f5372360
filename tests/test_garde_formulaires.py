"""The guard on a form: a number that blocks, a passage that asks once, nothing lost, nothing of the text in the journal."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from csil.garde import FormulaireGarde, LigneGardee, TexteGarde

NUMERO = "85.07.30-033.28"  # invented, with valid check digits


class Note(FormulaireGarde, forms.Form):
    champs_gardes = ("texte",)
    texte = forms.CharField(label="Texte", widget=forms.Textarea)


def test_une_migration_ne_connait_que_le_champ_de_django():
    assert TexteGarde("leçon").deconstruct()[1] == "django.db.models.TextField"
    assert (
        LigneGardee("titre", max_length=80).deconstruct()[1:]
        == (models.CharField("titre", max_length=80).deconstruct()[1:])
    )


def test_un_numero_national_est_refuse_en_mots():
    form = Note({"texte": f"Il s’agit de {NUMERO}."})
    assert "un numéro de registre national" in form.errors["texte"][0]


def test_une_date_de_naissance_se_confirme_par_une_case(distribution, parler):
    form = Note({"texte": "Né le 3 mai 2001."})
    assert "une date de naissance" in form.errors["texte"][0]
    (passage,) = form.passages_de("texte")
    with parler(distribution.agent_saj):
        assert Note({"texte": "Né le 3 mai 2001.", passage.nom: "on"}).is_valid()


def test_le_champ_refuse_quoi_que_fasse_le_formulaire():
    champ = TexteGarde("leçon")
    champ.set_attributes_from_name("lecon")
    with pytest.raises(ValidationError):
        champ.clean(NUMERO, None)
