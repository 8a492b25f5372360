"""The question of who keeps a partner's record."""

from datetime import datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.comptes.models import Utilisateur
from partenaires.annuaire.forms import Jour
from partenaires.appartenances.models import Appartenance


class FormulaireTenue(forms.Form):
    """Choose which of the partner's people will keep its record."""

    personne = forms.ModelChoiceField(
        queryset=Utilisateur.objects.none(), label="Personne", empty_label="Choisissez"
    )
    fin = forms.DateField(
        label="Dernier jour",
        required=False,
        widget=Jour,
        help_text="Sans date, le droit vaut jusqu’à ce que vous le retiriez.",
    )

    def __init__(self, partenaire, *args, **kwargs):
        super().__init__(*args, **kwargs)
        siens = Appartenance.objects.en_vigueur().filter(partenaire=partenaire).values("personne")
        tenants = partenaire.droits.tenues().values("user")
        self.fields["personne"].queryset = Utilisateur.objects.filter(pk__in=siens).exclude(pk__in=tenants)

    def clean_fin(self):
        """Count that day whole: the right ends at the moment the next one begins."""
        jour = self.cleaned_data["fin"]
        if jour and jour < timezone.localdate():
            raise ValidationError("Ce jour est déjà passé.")
        return jour and timezone.make_aware(datetime.combine(jour + timedelta(days=1), time.min))
