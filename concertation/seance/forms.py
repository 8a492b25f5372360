"""Forms of what is noted while people talk: a late item, a guest, a correction of the attendance."""

from django import forms

from concertation.compte_rendu.models import CompteRenduPoint
from concertation.convocations.models import Reponse
from concertation.ordre_du_jour.models import PointOrdreDuJour
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from partenaires.annuaire.models import Partenaire

LU = "Lu par les membres de la Concertation."
OUVERTURE, FIN = "ouverture", "fin"


class FormulaireTexte(FormulaireGarde, FormulaireVersionne):
    """Asks for what was said about an item, saved while it is typed."""

    lecteurs = {"texte": "Lu par les membres de la Concertation, dès maintenant."}

    class Meta:
        model = CompteRenduPoint
        fields = ["texte"]
        labels = {"texte": "Ce qui s’est dit"}
        help_texts = {"texte": "L’essentiel, en quelques phrases ; ce qui est conclu se note plus bas."}


class FormulaireTardif(FormulaireGarde, FormulaireVersionne):
    """Asks for an item that nobody had foreseen: it says why (R47)."""

    lecteurs = dict.fromkeys(("titre", "motif_tardif"), LU)

    class Meta:
        model = PointOrdreDuJour
        fields = ["titre", "attendu", "duree", "section", "motif_tardif"]
        widgets = {
            "motif_tardif": forms.Textarea(attrs={"rows": 2}),
            "duree": forms.NumberInput(attrs={"class": "saisie--minutes", "step": 5}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["duree"].label = "Minutes"
        self.fields["motif_tardif"].required = True
        self.fields["motif_tardif"].error_messages["required"] = (
            "L’ordre du jour est arrêté : dites ce qui ne peut attendre."
        )


class FormulaireReport(FormulaireGarde, forms.Form):
    champs_gardes = ("reponse",)
    lecteurs = {"reponse": LU}
    reponse = forms.CharField(
        label="Pourquoi", max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class FormulaireInvite(forms.Form):
    """Asks who came without being called."""

    nom = forms.CharField(
        label="Nom ou fonction",
        max_length=150,
        error_messages={"required": "Dites qui est venu : un nom de professionnel, ou une fonction."},
    )
    partenaire = forms.ModelChoiceField(
        Partenaire.objects.all(), label="Pour quel partenaire", required=False, empty_label="Aucun partenaire"
    )
    lecteurs = {"nom": LU}


class FormulairePresence(forms.Form):
    """Asks for the stays of one person, as they really were: two at most are enough for a meeting."""

    situation = forms.ChoiceField(
        label="Cette personne",
        choices=[("present", "est venue"), ("excuse", "s’est excusée"), ("absent", "n’est pas venue")],
        widget=forms.RadioSelect,
    )
    remplacant = forms.CharField(
        label="Remplacée par", max_length=150, required=False, help_text="Un collègue venu à sa place."
    )
    arrivee_1 = forms.ChoiceField(label="Arrivée", required=False)
    depart_1 = forms.ChoiceField(label="Partie", required=False)
    arrivee_2 = forms.ChoiceField(label="Revenue", required=False)
    depart_2 = forms.ChoiceField(label="Repartie", required=False)

    def __init__(self, convocation, points, *args, **kwargs):
        self.points = {str(point.pk): point for point in points}
        super().__init__(*args, initial=_depart(convocation), **kwargs)
        titres = [(pk, f"{rang}. {point.titre}") for rang, (pk, point) in enumerate(self.points.items(), 1)]
        avant = [(FIN, "à la fin"), *((pk, f"avant le point {titre}") for pk, titre in titres[1:])]
        des = [(pk, f"au point {titre}") for pk, titre in titres]
        self.fields["arrivee_1"].choices = [(OUVERTURE, "à l’ouverture"), *des]
        self.fields["arrivee_2"].choices = [("", "non"), *des]
        self.fields["depart_1"].choices = self.fields["depart_2"].choices = avant

    def champs(self) -> dict:
        """Give what was really the case, as `rectifier` wants it."""
        dits = {nom: self.cleaned_data[nom] for nom in ("situation", "remplacant")}
        return dits | {"sejours": self._sejours()}

    def _sejours(self) -> list[tuple]:
        if self.cleaned_data["situation"] != "present":
            return []
        paires = [(self.cleaned_data[f"arrivee_{n}"], self.cleaned_data[f"depart_{n}"]) for n in (1, 2)]
        return [
            (self.points.get(arrivee), self.points.get(depart))
            for rang, (arrivee, depart) in enumerate(paires)
            if arrivee or not rang
        ]


def _depart(convocation) -> dict:
    sejours = sorted(convocation.presences.all(), key=lambda sejour: sejour.pk)
    excuse = convocation.reponse == Reponse.EXCUSE
    initial = {"situation": "present" if sejours else "excuse" if excuse else "absent"}
    initial["remplacant"] = convocation.remplacant
    for rang, sejour in enumerate(sejours[:2], 1):
        initial[f"arrivee_{rang}"] = str(sejour.du_point_id or OUVERTURE)
        initial[f"depart_{rang}"] = str(sejour.avant_point_id or FIN)
    return initial
