"""The forms of the invitations: whom to invite, an address to correct, an answer."""

from django import forms

from concertation.commun.groupes import membres
from concertation.convocations.invitables import a_inviter
from concertation.convocations.models import Convocation, Reponse
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from partenaires.annuaire.models import Partenaire

LECTEURS = "Lu par les membres de la Concertation."
GESTION = "Lu par le Référent seulement."


class FormulairePartenaires(forms.Form):
    """Asks to invite all the people of one or more partners."""

    partenaires = forms.ModelMultipleChoiceField(
        label="Partenaires",
        queryset=Partenaire.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Leurs personnes qui ont un compte, et leurs contacts de l’annuaire qui ont un courriel.",
        error_messages={"required": "Cochez au moins un partenaire."},
    )

    def __init__(self, reunion, *args, **kwargs):
        super().__init__(*args, **kwargs)

    def champs(self) -> dict:
        """Give whom to invite."""
        return {
            "invites": [
                invite for partenaire in self.cleaned_data["partenaires"] for invite in a_inviter(partenaire)
            ]
        }


class FormulairePersonne(forms.Form):
    """Asks to invite one person with an account."""

    personne = forms.ModelChoiceField(
        label="Personne",
        queryset=None,
        empty_label="Choisissez une personne",
        error_messages={"required": "Choisissez une personne."},
    )

    def __init__(self, reunion, *args, **kwargs):
        super().__init__(*args, **kwargs)
        deja = reunion.convocations.exclude(personne=None).values("personne")
        self.fields["personne"].queryset = membres().exclude(pk__in=deja)

    def champs(self) -> dict:
        """Give whom to invite."""
        return {"invites": a_inviter(personne=self.cleaned_data["personne"])}


class FormulaireAutre(forms.Form):
    """Asks to invite somebody without an account."""

    lecteurs = {"nom": LECTEURS, "courriel": GESTION}

    nom = forms.CharField(
        label="Nom ou fonction", max_length=150, error_messages={"required": "Dites qui vous invitez."}
    )
    courriel = forms.EmailField(
        label="Adresse électronique",
        help_text="Cette personne reçoit la convocation et l’ordre du jour en PDF.",
        error_messages={
            "required": "Donnez l’adresse où la convoquer.",
            "invalid": "Cette adresse n’est pas complète.",
        },
    )
    partenaire = forms.ModelChoiceField(
        label="Pour quel partenaire", queryset=Partenaire.objects.all(), required=False, empty_label="Aucun"
    )

    def __init__(self, reunion, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.reunion = reunion

    def clean_courriel(self):
        courriel = self.cleaned_data["courriel"]
        if self.reunion.convocations.filter(courriel__iexact=courriel).exists():
            raise forms.ValidationError("Cette adresse est déjà invitée à cette réunion.")
        return courriel

    def champs(self) -> dict:
        """Give whom to invite."""
        return {"invites": [{"personne": None, **self.cleaned_data}]}


# What the page of the invitations offers, by the value of its buttons
INVITER = {"partenaires": FormulairePartenaires, "personne": FormulairePersonne, "autre": FormulaireAutre}


class FormulaireInvitation(FormulaireVersionne):
    """Name, address, partner. An account's address is the account's."""

    lecteurs = {"nom": LECTEURS, "courriel": GESTION}

    class Meta:
        model = Convocation
        fields = ["nom", "courriel", "partenaire"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partenaire"].empty_label = "Aucun"
        if self.instance.personne_id:
            del self.fields["courriel"]
        elif self.instance.envoyee_le:
            self.fields[
                "courriel"
            ].help_text = "Une adresse corrigée reçoit aussitôt la convocation, et l’ancien lien de réponse ne vaut plus."


class FormulairePresence(FormulaireGarde, forms.Form):
    """Asks whether one comes; each button carries its answer."""

    lecteurs = {"mot": LECTEURS}
    champs_gardes = ("mot",)
    reponses = (Reponse.PRESENT, Reponse.EXCUSE)

    reponse = forms.ChoiceField(
        widget=forms.HiddenInput,
        error_messages={
            "required": "Choisissez une réponse avec l’un des boutons.",
            "invalid_choice": "Choisissez une réponse avec l’un des boutons.",
        },
    )
    mot = forms.CharField(
        label="Un mot",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2, "class": "saisie--mot"}),
    )

    def __init__(self, *args, visiteur=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.visiteur = visiteur
        self.fields["reponse"].choices = [(reponse.value, reponse.label) for reponse in self.reponses]

    def auteur(self):
        return None if self.visiteur else super().auteur()


class FormulaireRemplacement(FormulairePresence):
    """Asks which colleague comes instead; with an address, the colleague receives what they need."""

    lecteurs = {**FormulairePresence.lecteurs, "remplacant": LECTEURS, "remplacant_courriel": GESTION}
    reponses = (Reponse.REMPLACE,)
    field_order = ["reponse", "remplacant", "remplacant_courriel", "mot"]

    remplacant = forms.CharField(
        label="Qui viendra",
        max_length=150,
        help_text="Un nom ou une fonction de votre service.",
        error_messages={"required": "Dites qui viendra à votre place."},
    )
    remplacant_courriel = forms.EmailField(
        label="Son adresse électronique",
        required=False,
        help_text="Cette personne reçoit alors la date, le lieu et l’ordre du jour.",
        error_messages={"invalid": "Cette adresse n’est pas complète."},
    )
