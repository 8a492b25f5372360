"""The field of a moment, in the two nights of the year when the city's clock is not simple."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.utils import timezone

from informations_sensibles.commun.forms.champs import Moment


class Formulaire(forms.Form):
    quand = forms.DateTimeField(widget=Moment)


@pytest.mark.parametrize(
    ("maintenant", "lu"),
    [
        (
            datetime(2026, 10, 25, 0, 58, tzinfo=UTC),
            datetime(2026, 10, 25, 0, 55, tzinfo=UTC),
        ),  # the first 02:58
        (datetime(2026, 10, 25, 1, 58, tzinfo=UTC), datetime(2026, 10, 25, 1, 55, tzinfo=UTC)),  # the second
        (datetime(2026, 11, 3, 9, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, 55, tzinfo=UTC)),
    ],
)
def test_l_heure_qui_vient_deux_fois(monkeypatch, maintenant, lu):
    monkeypatch.setattr(timezone, "now", lambda: maintenant)
    form = Formulaire({"quand": "2026-10-25T02:55"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["quand"] == lu
    assert 'value="2026-10-25T02:55"' in str(form["quand"])


@pytest.mark.parametrize("tape", ["2026-03-29T02:30", "2026-02-31T10:00", "demain", ""])
def test_ce_qui_n_est_pas_un_moment_se_dit(tape):
    """The hour that does not come in March, a day that does not exist, words: refused under the field, never an error."""
    form = Formulaire({"quand": tape})
    assert not form.is_valid() and form.errors["quand"]
    assert str(form["quand"])
