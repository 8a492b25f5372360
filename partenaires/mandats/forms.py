"""The questions that a mandate's pages ask of whoever decides about it."""

from datetime import datetime, time, timedelta

from django import forms
from django.utils import timezone

from partenaires.mandats.actes import Revue

LECTEURS = (
    "Lu par la personne concernée, qui a demandé, les autorités et le délégué à la protection des données"
)


class FormulaireDecision(forms.Form):
    """Confirm or refuse a mandate: the button pressed is the decision, the reason is due for a refusal."""

    decision = forms.ChoiceField(
        choices=[("confirmer", "Confirmer"), ("refuser", "Refuser")], widget=forms.HiddenInput
    )
    pourquoi = forms.CharField(
        label="Pourquoi", required=False, max_length=500, help_text="Obligatoire pour refuser.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    lecteurs = {"pourquoi": LECTEURS}

    @property
    def confirme(self) -> bool:
        """Say whether the button pressed confirms; of the two acts, the page then calls that one."""
        return self["decision"].value() == "confirmer"

    def champs(self) -> dict:
        """Give what both acts take."""
        return {"pourquoi": self.cleaned_data["pourquoi"]}

    def clean(self):
        propres = super().clean()
        if propres.get("decision") == "refuser" and not propres.get("pourquoi"):
            self.add_error("pourquoi", "Dites pourquoi vous refusez : la personne concernée le lira.")
        return propres


class FormulaireFin(forms.Form):
    """End a mandate, with the reason that its person will read."""

    pourquoi = forms.CharField(
        label="Pourquoi", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites pourquoi le mandat prend fin."},
    )  # fmt: skip
    lecteurs = {"pourquoi": LECTEURS}


class FormulaireLevee(FormulaireDecision):
    """Confirm a suspended mandate again, knowing these causes, or end it."""

    vues = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_vues(self):
        return self.cleaned_data["vues"].split()

    def champs(self) -> dict:
        """Give what the act takes; ending does not depend on the causes."""
        return super().champs() | ({"vues": self.cleaned_data["vues"]} if self.confirme else {})


class FormulaireRevue(forms.Form):
    """Review a mandate: keep it, shorten it or end it."""

    decision = forms.ChoiceField(
        label="Votre décision", choices=Revue.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une des trois réponses.", "invalid_choice": "Choisissez une des trois réponses."},
    )  # fmt: skip
    fin = forms.DateField(
        label="Nouvelle fin", required=False, help_text="Seulement pour raccourcir : le dernier jour du mandat.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Ce n’est pas une date : écrivez jour/mois/année."},
    )  # fmt: skip
    motif = forms.CharField(
        label="Pourquoi", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Obligatoire pour raccourcir ou mettre fin.",
    )  # fmt: skip
    lecteurs = {"motif": LECTEURS}

    def clean_fin(self):
        """Count that day whole: the mandate ends at the moment the next one begins."""
        jour = self.cleaned_data["fin"]
        return jour and timezone.make_aware(datetime.combine(jour + timedelta(days=1), time()))

    def clean(self):
        propres = super().clean()
        decision = propres.get("decision")
        if decision in (Revue.RACCOURCIR, Revue.TERMINER) and not propres.get("motif"):
            self.add_error("motif", "Dites pourquoi : la personne concernée le lira.")
        if decision == Revue.RACCOURCIR and not propres.get("fin") and "fin" not in self.errors:
            self.add_error("fin", "Choisissez le dernier jour du mandat.")
        return propres


class FormulaireHabilitation(forms.Form):
    """Attest a clearance: its last day, which may be past."""

    valable_jusqu_au = forms.DateField(
        label="Attestée jusqu’au", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Le dernier jour de validité. Une date passée dit que l’habilitation a été retirée ou n’a pas été renouvelée.",
        error_messages={
            "required": "Donnez le dernier jour de validité.", "invalid": "Ce n’est pas une date : écrivez jour/mois/année.",
        },
    )  # fmt: skip
