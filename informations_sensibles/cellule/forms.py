"""The form by which a member of the Cellule looks for somebody's dossier."""

from django import forms

from csil.recherche import en_mots


class FormulairePersonne(forms.Form):
    """Ask whose dossier is looked for, and why: the journal keeps the motive, never the name (R68, R69)."""

    nom = forms.CharField(
        label="Prénom et nom",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Chaque mot en entier ; les accents et les majuscules ne comptent pas.",
    )
    motif = forms.CharField(
        label="Pourquoi vous le cherchez",
        max_length=250,
        help_text="Sans nom : le journal garde ce motif, que lit le délégué à la protection des données.",
    )

    def clean_nom(self):
        mots = en_mots(self.cleaned_data["nom"])
        if len(mots) < 2:
            raise forms.ValidationError(
                "Donnez le prénom et le nom : un seul mot désignerait trop de personnes."
            )
        return self.cleaned_data["nom"]

    def clean_motif(self):
        motif, nom = self.cleaned_data["motif"], self.cleaned_data.get("nom", "")
        if {mot.lower() for mot in en_mots(nom)} & {mot.lower() for mot in en_mots(motif)}:
            raise forms.ValidationError("Le motif se garde au journal : écrivez-le sans le nom.")
        return motif
