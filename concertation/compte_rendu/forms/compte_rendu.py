"""Minutes read again: corrections asked for and answered, approval, addendum after the lock."""

from django import forms

from concertation.actions.forms.acte import LU
from concertation.compte_rendu.models import Addendum, Amendement, CompteRenduPoint
from concertation.ordre_du_jour.models import PointOrdreDuJour
from concertation.reunions.models import Etat, Reunion
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
    """Accepted or refused, with a word."""

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


class FormulaireCorrection(FormulaireGarde, FormulaireVersionne):
    """The text of the item, corrected in the same act."""

    lecteurs = {"texte": LU}

    class Meta:
        model = CompteRenduPoint
        fields = ["texte"]
        labels = {"texte": "Le texte du point, corrigé"}
        help_texts = {"texte": "Enregistré seulement si vous acceptez la correction."}

    def enregistrer(self, *, par) -> None:
        if self.has_changed():
            self.instance.ecrire(par=par)


class ChoixReunion(forms.ModelChoiceField):
    widget = forms.RadioSelect


class FormulaireApprobation(forms.Form):
    """At which later meeting the minutes were approved."""

    lors_de = ChoixReunion(
        Reunion.objects.none(),
        label="Approuvé lors de",
        empty_label=None,
        error_messages={"required": "Choisissez la réunion qui a approuvé ce compte rendu."},
    )

    def __init__(self, reunion, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tenues = (Etat.TENUE, Etat.RELECTURE, Etat.APPROUVEE)
        suivantes = Reunion.objects.filter(debut__gt=reunion.debut, etat__in=tenues).order_by("debut")
        self.fields["lors_de"].queryset = suivantes


class FormulaireAddendum(FormulaireGarde, forms.ModelForm):
    lecteurs = {"texte": LU}

    class Meta:
        model = Addendum
        fields = ["texte"]
        widgets = {"texte": forms.Textarea(attrs={"rows": 5})}
        help_texts = {"texte": "Daté et signé de votre nom, sous le compte rendu qui ne change plus."}
        error_messages = {"texte": {"required": "Écrivez ce qu’il faut ajouter ou rectifier."}}
