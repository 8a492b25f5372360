"""What an administrator fills in about a person."""

from datetime import datetime, time, timedelta

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.comptes.models import Utilisateur
from partenaires.mandats.models import Mandat


class FormulaireCompte(forms.ModelForm):
    """Fill in an account. `par`: who does."""

    par = None

    class Meta:
        model = Utilisateur
        fields = ["nom", "email", "is_active"]

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean_is_active(self):
        actif = self.cleaned_data["is_active"]
        if not actif and self.instance == self.par:
            raise ValidationError(
                "Vous ne pouvez pas fermer votre propre compte : demandez à un autre administrateur."
            )
        return actif


class FormulaireMandat(forms.ModelForm):
    """Ask for a mandate, in whole days: from the first moment of the first to the last moment of the last."""

    debut = forms.DateField(label="du", widget=AdminDateWidget)
    fin = forms.DateField(
        label="au", widget=AdminDateWidget, help_text="Dernier jour. L’accès s’arrête alors de lui-même."
    )

    class Meta:
        model = Mandat
        fields = ["qualite", "autorite", "base", "motif", "debut", "fin"]
        widgets = {
            "qualite": forms.RadioSelect,
            "autorite": AdminTextInputWidget,
            "base": AdminTextInputWidget,
            "motif": AdminTextareaWidget(attrs={"rows": 3}),
        }
        help_texts = {
            "autorite": "Par exemple : le collège communal.",
            "motif": "Lu par qui confirme et par la personne.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        jour = timezone.localdate()
        self.initial |= {"debut": jour, "fin": jour + timedelta(days=365)}

    def clean_debut(self):
        return _minuit(self.cleaned_data["debut"])

    def clean_fin(self):
        if self.cleaned_data["fin"] < timezone.localdate():
            raise ValidationError("Ce jour est passé : le mandat n’ouvrirait rien.")
        return _minuit(self.cleaned_data["fin"] + timedelta(days=1))


class FormulaireMotif(forms.Form):
    """Say why somebody leaves a group; `obligatoire` where a mandate ends with it."""

    motif = forms.CharField(
        label="Motif",
        required=False,
        max_length=100,
        widget=AdminTextInputWidget,
        error_messages={"required": "Dites pourquoi : la personne concernée le lira dans son mandat."},
    )

    def __init__(self, *args, obligatoire=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["motif"].required = obligatoire


def _minuit(jour):
    return timezone.make_aware(datetime.combine(jour, time()))
