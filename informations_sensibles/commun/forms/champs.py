from django import forms
from django.utils.html import format_html

from csil.quarantaine.models import Regle

CELLULE = "Lu par les membres de la Cellule."


class Jour(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class Moment(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


def avec_aide(nom, aide):
    return format_html('{}<span class="choix__aide">{}</span>', nom, aide)


def tlp(etiquette: str):
    """Show the label exactly as the standard writes it, in its colour: « TLP:AMBER+STRICT »."""
    couleur = str(etiquette).removeprefix("TLP:").partition("+")[0].lower()
    return format_html('<span class="tlp tlp--{}">{}</span>', couleur, str(etiquette))


class FormulaireQuarantaine(forms.Form):
    """Why, by a rule: words could repeat what must disappear."""

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
    """An act on what somebody else may have changed since the page was opened: it is said, and sent again knowingly.

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
