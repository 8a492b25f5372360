"""An action between two meetings: how far it is, done, withdrawn."""

from django import forms

from concertation.actions.forms.acte import LU
from concertation.actions.models.action import NoteAction
from csil.garde import FormulaireGarde


class FormulaireAvancement(FormulaireGarde, forms.ModelForm):
    """A progress note; with `faite`, also the last one."""

    lecteurs = {"texte": LU}

    class Meta:
        model = NoteAction
        fields = ["texte"]
        widgets = {"texte": forms.Textarea(attrs={"rows": 3})}
        labels = {"texte": "Où en est-on"}
        error_messages = {"texte": {"required": "Dites en une phrase où en est cette action."}}

    def __init__(self, *args, exige=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["texte"].required = exige


class FormulaireRetrait(FormulaireGarde, forms.Form):
    champs_gardes = ("motif",)
    lecteurs = {"motif": LU}
    motif = forms.CharField(
        label="Pourquoi la retirer",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites pourquoi : une action ne disparaît pas sans raison."},
    )
