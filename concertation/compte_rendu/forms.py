"""Forms of minutes read again: corrections asked for and answered, approval, addendum after the lock."""

from django import forms

from concertation.actions.forms import LU
from concertation.compte_rendu.models import Addendum, Amendement, CompteRenduPoint
from concertation.ordre_du_jour.models import PointOrdreDuJour
from concertation.reunions.models import Reunion
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde


class FormulaireAmendement(FormulaireGarde, forms.ModelForm):
    lecteurs = {"texte": LU}

    class Meta:
        model = Amendement
        fields = ["point", "texte"]
        labels = {"point": "Sur quel point", "texte": "Ce qui devrait être écrit"}
        help_texts = {"point": ""}
        widgets = {"texte": forms.Textarea(attrs={"rows": 5})}
        error_messages = {"texte": {"required": "Écrivez la correction que vous demandez."}}

    def __init__(self, reunion, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["point"].queryset = PointOrdreDuJour.objects.filter(
            pk__in=reunion.points.inscrits().order_by().values("pk")
        )
        self.fields["point"].empty_label = "Le compte rendu en général"


class FormulaireReponseAmendement(FormulaireGarde, forms.Form):
    """Asks whether a correction is accepted or refused, with a word. `correction`: the form of the item's text beside it."""

    champs_gardes = ("reponse",)
    lecteurs = {"reponse": LU}
    decision = forms.ChoiceField(
        label="Votre réponse",
        choices=[("accepter", "Accepter la correction"), ("refuser", "La refuser")],
        widget=forms.RadioSelect,
        error_messages={"required": "Dites si vous acceptez cette correction."},
    )
    reponse = forms.CharField(
        label="Un mot à la personne qui l’a demandée",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Répondez en un mot à la personne qui a demandé cette correction."},
    )

    def __init__(self, *args, correction=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.correction = correction

    @property
    def accepte(self) -> bool:
        """Tell whether the correction is accepted."""
        return self.cleaned_data["decision"] == "accepter"

    def is_valid(self) -> bool:
        """Tell whether the answer holds, and the corrected text with it where the correction is accepted."""
        return super().is_valid() and (not self._corrige() or self.correction.is_valid())

    def champs(self) -> dict:
        """Give what goes to the act."""
        texte = None
        if self._corrige() and self.correction.has_changed():
            texte = self.correction.cleaned_data["texte"]
        return {"accepte": self.accepte, "reponse": self.cleaned_data["reponse"], "texte": texte}

    def _corrige(self) -> bool:
        return self.accepte and self.correction is not None


class FormulaireCorrection(FormulaireGarde, FormulaireVersionne):
    """Asks for the text of the item, corrected in the same act."""

    lecteurs = {"texte": LU}

    class Meta:
        model = CompteRenduPoint
        fields = ["texte"]
        labels = {"texte": "Le texte du point, corrigé"}
        help_texts = {"texte": "Enregistré seulement si vous acceptez la correction."}


class ChoixReunion(forms.ModelChoiceField):
    widget = forms.RadioSelect


class FormulaireApprobation(forms.Form):
    """Asks at which later meeting the minutes were approved."""

    lors_de = ChoixReunion(
        Reunion.objects.none(),
        label="Approuvé lors de",
        empty_label=None,
        error_messages={"required": "Choisissez la réunion qui a approuvé ce compte rendu."},
    )

    def __init__(self, reunion, *args, **kwargs):
        super().__init__(*args, **kwargs)
        suivantes = Reunion.objects.ayant_eu_lieu().filter(debut__gt=reunion.debut).order_by("debut")
        self.fields["lors_de"].queryset = suivantes


class FormulaireAddendum(FormulaireGarde, forms.ModelForm):
    lecteurs = {"texte": LU}

    class Meta:
        model = Addendum
        fields = ["texte"]
        widgets = {"texte": forms.Textarea(attrs={"rows": 5})}
        help_texts = {"texte": "Daté et signé de votre nom, sous le compte rendu qui ne change plus."}
        error_messages = {"texte": {"required": "Écrivez ce qu’il faut ajouter ou rectifier."}}
