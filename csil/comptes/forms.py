"""The form of the undertaking."""

from django import forms


class FormulaireEngagement(forms.Form):
    """Accept the undertaking in force, then go on to `next`."""

    accepte = forms.BooleanField(
        label="J’ai lu cet engagement et je l’accepte",
        error_messages={
            "required": "Cochez la case pour accepter l’engagement ; sans lui, la plateforme reste fermée."
        },
    )
    next = forms.CharField(widget=forms.HiddenInput, required=False)
