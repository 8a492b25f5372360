"""Proposing an item, answering it, postponing or withdrawing it, noting for oneself beside it."""

from django import forms

from concertation.ordre_du_jour.etats import Nature, Section
from concertation.ordre_du_jour.forms.document import AIDE, ChampFichiers
from concertation.ordre_du_jour.models.note_secretariat import NoteSecretariat
from concertation.ordre_du_jour.models.point import PointOrdreDuJour
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from partenaires.annuaire.models import Partenaire

LU = "Lu par les membres de la Concertation."
LU_DU_SECRETARIAT = "Lu par le Référent et par le secrétaire de cette réunion, sur cet écran seulement."


class Lignes(forms.Textarea):
    def __init__(self, rows=3):
        super().__init__(attrs={"rows": rows})


class FormulairePoint(FormulaireGarde, FormulaireVersionne):
    """Asks what an item is about.

    `gere`: whoever arranges the agenda chooses the section and the partner; `tardif`: a reason is owed (R47).
    """

    lecteurs = dict.fromkeys(("titre", "intervenant", "pourquoi", "motif_tardif"), LU)
    partenaire = forms.ModelChoiceField(
        Partenaire.objects.all(), required=False, label="Au nom de quel partenaire", empty_label="Aucun"
    )
    nature = forms.ChoiceField(
        label="Genre de point",
        choices=Nature,
        required=False,
        help_text="Ce qui revient de réunion en réunion.",
    )
    documents = ChampFichiers(label="Documents", required=False, help_text=AIDE)

    class Meta:
        model = PointOrdreDuJour
        fields = ["titre", "attendu", "duree", "intervenant", "pourquoi", "section", "motif_tardif"]
        widgets = {
            "attendu": forms.RadioSelect,
            "pourquoi": Lignes(4),
            "motif_tardif": Lignes,
            "duree": forms.NumberInput(attrs={"class": "saisie--minutes", "step": 5}),
        }

    def __init__(self, *args, gere=False, tardif=False, **kwargs):
        super().__init__(*args, **kwargs)
        if gere:
            self.initial.setdefault("partenaire", self.instance.partenaire_id)
        else:
            del self.fields["section"], self.fields["partenaire"], self.fields["nature"]
        if tardif:
            self.fields["motif_tardif"].required = True
        elif not self.instance.motif_tardif:
            del self.fields["motif_tardif"]
        if self.instance.pk:  # beside the item they are joined and removed one by one
            self.fields.pop("nature", None)
            del self.fields["documents"]

    def champs(self) -> dict:
        """Give what goes to the act that proposes or changes the item."""
        return {nom: valeur for nom, valeur in super().champs().items() if nom != "documents"}


class FormulaireMotif(FormulaireGarde, forms.Form):
    """Asks for a word to whoever proposed the item. `exige`: the reason is owed."""

    champs_gardes = ("reponse",)
    lecteurs = {"reponse": LU}
    reponse = forms.CharField(label="Pourquoi", max_length=600, required=False, widget=Lignes)

    def __init__(self, *args, exige=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reponse"].required = exige
        self.fields["reponse"].error_messages["required"] = "dites pourquoi, en une phrase."


class FormulaireReponse(FormulaireGarde, forms.Form):
    """Asks for the Référent's answer. `destination`: where a postponed item goes, nothing if it cannot be; `tardif`: the agenda is closed."""

    champs_gardes = ("reponse", "motif_tardif")
    lecteurs = dict.fromkeys(champs_gardes, LU)
    acte = forms.ChoiceField(label="Votre réponse", widget=forms.RadioSelect)
    section = forms.ChoiceField(
        label="Dans quelle section", choices=Section, help_text="Si vous l’inscrivez."
    )
    reponse = forms.CharField(
        label="Un mot pour la personne qui propose",
        max_length=600,
        required=False,
        widget=Lignes,
        help_text="Nécessaire pour demander une précision ou pour refuser.",
    )
    motif_tardif = forms.CharField(
        label="Pourquoi si tard",
        max_length=600,
        required=False,
        widget=Lignes,
        help_text="L’ordre du jour est arrêté : si vous inscrivez ce point, dites ce qui ne peut attendre.",
    )

    def __init__(self, *args, destination="", tardif=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["acte"].choices = [
            ("accepter", "Inscrire à l’ordre du jour"),
            ("demander", "Demander une précision"),
            ("refuser", "Refuser"),
            *([("reporter", f"Reporter {destination}")] if destination else []),
        ]
        if not tardif:
            del self.fields["motif_tardif"]

    def clean(self):
        propres = super().clean() or self.cleaned_data
        acte = propres.get("acte")
        if acte in ("demander", "refuser") and not propres.get("reponse") and "reponse" not in self.errors:
            quoi = "ce qui manque" if acte == "demander" else "pourquoi vous refusez ce point"
            self.add_error("reponse", f"Dites {quoi}, en une phrase.")
        if acte == "accepter" and not propres.get("motif_tardif", "x") and "motif_tardif" not in self.errors:
            self.add_error(
                "motif_tardif", "L’ordre du jour est arrêté : un point ajouté maintenant se motive."
            )
        return propres

    def champs(self) -> dict:
        """Give what goes to the act that was chosen."""
        noms = (
            ("reponse", "section", "motif_tardif")
            if self.cleaned_data["acte"] == "accepter"
            else ("reponse",)
        )
        return {nom: self.cleaned_data[nom] for nom in noms if nom in self.cleaned_data}


class FormulaireNote(FormulaireGarde, FormulaireVersionne):
    lecteurs = {"texte": LU_DU_SECRETARIAT}

    class Meta:
        model = NoteSecretariat
        fields = ["texte"]
        widgets = {"texte": Lignes(6)}
