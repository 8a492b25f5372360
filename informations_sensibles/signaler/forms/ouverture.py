"""Forms of what must be in force before a partner reports on a person: the officer’s visa, the Bourgmestre’s opening."""

from django import forms

from csil.classification import FormulaireSansClassifie
from csil.garde import FormulaireGarde
from informations_sensibles.commun.forms.champs import CELLULE, Jour
from informations_sensibles.signaler.models.ouverture import OuverturePartenaire
from informations_sensibles.signaler.models.visa import VisaDpo
from partenaires.annuaire.models import Partenaire

VISA = "Lu par la Cellule et par le délégué à la protection des données."


class FormulaireVisa(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    lecteurs = {"texte": VISA}

    class Meta:
        model = VisaDpo
        fields = ["texte"]
        widgets = {"texte": forms.Textarea(attrs={"rows": 6})}
        help_texts = {"texte": "Le traitement que vous avez examiné, ses conditions et ce que vous demandez."}
        error_messages = {"texte": {"required": "Dites ce que couvre le visa."}}


class FormulaireMotif(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    """Ask in one line why something is done. `lus`: who reads it."""

    champs_gardes = ("motif",)

    motif = forms.CharField(
        label="Pourquoi", max_length=250, error_messages={"required": "Dites pourquoi, en une phrase."}
    )

    def __init__(self, *args, lus: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.lecteurs = {"motif": lus}


class FormulaireOuverture(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    lecteurs = dict.fromkeys(("motif", "motif_commune"), CELLULE)

    class Meta:
        model = OuverturePartenaire
        fields = ["partenaire", "decision_du", "motif", "motif_commune"]
        widgets = {
            "decision_du": Jour,
            "motif": forms.Textarea(attrs={"rows": 3}),
            "motif_commune": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "motif_commune": "Obligatoire pour un partenaire d’une autre commune, et pour lui seul."
        }
        error_messages = {
            "partenaire": {"required": "Choisissez un partenaire."},
            "decision_du": {
                "required": "Donnez la date de votre décision.",
                "invalid": "Donnez un jour, par exemple 24/11/2026.",
            },
            "motif": {"required": "Dites pourquoi ce partenaire."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ouverts = OuverturePartenaire.objects.en_vigueur().values("partenaire")
        champ = self.fields["partenaire"]
        champ.queryset = Partenaire.objects.exclude(pk__in=ouverts).select_related("niveau")
        champ.empty_label = "Choisissez"
