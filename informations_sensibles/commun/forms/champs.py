"""Fields and forms that several nouns of the Cellule use: days, choices that explain themselves, quarantine."""

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html

from csil.quarantaine.models import Regle

CELLULE = "Lu par les membres de la Cellule."


class Jour(forms.DateInput):
    """Let the browser offer its calendar, in the format that it expects."""

    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class Moment(forms.DateTimeInput):
    """Ask for a day and a minute, of the city's clock.

    In the night when an hour comes twice, what is typed is the last of the two that has come: a field cannot ask which.
    """

    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")

    def value_from_datadict(self, data, files, name):
        brut = super().value_from_datadict(data, files, name)
        try:
            tape = parse_datetime(brut or "")
        except ValueError:
            return brut  # no such day: the field says so
        if tape is None or timezone.is_aware(tape):
            return brut
        premier, second = (
            timezone.make_aware(tape.replace(fold=fois), timezone.get_default_timezone()) for fois in (0, 1)
        )
        if premier.utcoffset() <= second.utcoffset():
            return brut
        return (second if second <= timezone.now() else premier).isoformat()

    def format_value(self, value):
        """Show again what was typed, without the offset that was added to it."""
        return value[:16] if isinstance(value, str) else super().format_value(value)


def avec_aide(nom, aide):
    """Put under the name of a choice what it means."""
    return format_html('{}<span class="choix__aide">{}</span>', nom, aide)


class FormulaireQuarantaine(forms.Form):
    """Ask why a record is hidden, by a rule: words could repeat what must disappear."""

    regle = forms.ChoiceField(
        label="Pourquoi",
        choices=Regle,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une raison."},
    )


ENTRE_TEMPS = (
    "Pendant que cette page était ouverte, quelqu’un d’autre l’a fait : {}. Envoyez de nouveau pour changer."
)


class FormulaireVu(forms.Form):
    """Say what somebody else changed since the page was opened, before the act is sent again knowingly.

    `etat` names what stands now, `dit` tells it.
    """

    vu = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, etat: str, dit: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.etat, self.dit = etat, dit
        self.initial["vu"] = etat

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if propres.pop("vu", "") != self.etat:
            self.data = self.data.copy()
            self.data[self.add_prefix("vu")] = self.etat
            self.add_error(None, ENTRE_TEMPS.format(self.dit))
        return propres
