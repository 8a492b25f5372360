from django import forms

LECTEURS = (
    "Lu par la personne concernée, qui a demandé, les autorités et le délégué à la protection des données"
)


class FormulaireDecision(forms.Form):
    decision = forms.ChoiceField(
        choices=[("confirmer", "Confirmer"), ("refuser", "Refuser")], widget=forms.HiddenInput
    )
    pourquoi = forms.CharField(
        label="Pourquoi", required=False, max_length=500, help_text="Obligatoire pour refuser.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    lecteurs = {"pourquoi": LECTEURS}

    def clean(self):
        propres = super().clean()
        if propres.get("decision") == "refuser" and not propres.get("pourquoi"):
            self.add_error("pourquoi", "Dites pourquoi vous refusez : la personne concernée le lira.")
        return propres


class FormulaireFin(forms.Form):
    pourquoi = forms.CharField(
        label="Pourquoi", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites pourquoi le mandat prend fin."},
    )  # fmt: skip
    lecteurs = {"pourquoi": LECTEURS}
