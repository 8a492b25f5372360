"""Who is in a dossier, by quality; and who they are, which only these forms ever show or take."""

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.classification import FormulaireSansClassifie
from csil.garde import FormulaireGarde, reperer
from informations_sensibles.commun.forms.anonymat import FormulaireSansNom, verifier_sans_nom
from informations_sensibles.commun.forms.champs import FormulaireVu, Jour
from informations_sensibles.dossiers.forms.dossier import (
    DU_DOSSIER,
    JOURNAL,
    MOTIF_MANQUE,
    OBSERVE,
    FormulaireEcrit,
)
from informations_sensibles.dossiers.models.facteur import Facteur
from informations_sensibles.dossiers.models.identite import Identite
from informations_sensibles.dossiers.models.implication import Implication, Qualite
from informations_sensibles.dossiers.models.refus import Refus

IDENTITE = (
    "Lu par qui contribue au dossier et dit pourquoi il veut le voir, quinze minutes à chaque fois. Jamais imprimé, jamais "
    "dans une liste."
)
NOM_DANS_LE_MOTIF = "Le motif se garde au journal : écrivez-le sans le nom."


class DuDossier(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, forms.ModelForm):
    def __init__(self, dossier, *args, **kwargs):
        self.dossier = dossier
        super().__init__(*args, **kwargs)

    def champs(self) -> dict:
        """Give what was typed, under the key that the guard wrote in the journal, if it asked something."""
        return {"id": self.instance.pk, **self.cleaned_data}


class FormulaireImplication(DuDossier):
    class Meta:
        model = Implication
        fields = ["qualite", "designation"]
        widgets = {"qualite": forms.RadioSelect}
        labels = {"qualite": "En quelle qualité", "designation": "Comment la désigner"}
        error_messages = {
            "qualite": {"required": "Choisissez une qualité."},
            "designation": {"required": "Désignez cette personne sans la nommer."},
        }

    lecteurs = {"designation": DU_DOSSIER}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["qualite"].choices = [(q.value, q.label) for q in Qualite if q != Qualite.SUIVIE]


class FormulaireFacteur(DuDossier):
    class Meta:
        model = Facteur
        fields = ["genre", "texte"]
        widgets = {"genre": forms.RadioSelect, "texte": forms.Textarea(attrs={"rows": 3})}
        labels = {"genre": "De quoi s’agit-il ?"}
        help_texts = {"texte": f"{OBSERVE} En mots, jamais une note."}
        error_messages = {
            "genre": {"required": "Choisissez : ce qui inquiète, ou ce qui protège."},
            "texte": {"required": "Dites ce qui est observé."},
        }

    lecteurs = {"texte": DU_DOSSIER}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["genre"].choices = Facteur._meta.get_field("genre").choices


class FormulaireRefus(DuDossier):
    class Meta:
        model = Refus
        fields = ["partenaire", "date", "motif"]
        widgets = {"date": Jour, "motif": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "motif": "Dans les mots du partenaire, sans nom. Que quelqu’un ait refusé de parler ne se note pas : personne n’y "
            "est obligé."
        }
        error_messages = {"motif": {"required": "Écrivez le motif que le partenaire a donné."}}

    lecteurs = {"motif": f"{DU_DOSSIER} Adressé au Bourgmestre."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partenaire"].empty_label = "Choisissez"

    def clean_date(self):
        jour = self.cleaned_data["date"]
        if jour > timezone.localdate():
            raise ValidationError("Ce jour n’est pas encore venu.")
        return jour


class FormulaireRevelation(FormulaireEcrit):
    champs_gardes = ("motif",)
    motif = forms.CharField(
        label="Pourquoi maintenant ?",
        max_length=250,
        help_text="Votre motif et l’heure vont au journal. L’identité se voile de nouveau après quinze minutes.",
        error_messages={"required": "Dites pourquoi vous voulez voir cette identité."},
    )
    lecteurs = {"motif": JOURNAL}


class FormulaireIdentite(FormulaireVu, FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    """Take a name, which no other form of a dossier does. No national number (R25), nothing of what a person believes or is (R22)."""

    sans_personne = False
    champs_gardes = ("motif", "interet_enfant")
    interet_enfant = forms.CharField(
        label="Ce que commande l’intérêt supérieur de l’enfant",
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Si la date de naissance est celle d’une personne mineure : ce suivi la sert-il, et comment ?",
    )
    motif = forms.CharField(
        label="Pourquoi l’écrire ou la changer", max_length=250, error_messages=MOTIF_MANQUE
    )
    lecteurs = {"nom": IDENTITE, "interet_enfant": DU_DOSSIER, "motif": JOURNAL}

    class Meta:
        model = Identite
        fields = ["nom", "prenom", "date_naissance"]
        widgets = {
            "nom": forms.TextInput(attrs={"autocomplete": "off"}),
            "prenom": forms.TextInput(attrs={"autocomplete": "off"}),
            "date_naissance": Jour,
        }
        help_texts = {"date_naissance": "Elle dit si la personne est mineure."}
        error_messages = {"nom": {"required": "Écrivez le nom, ou abandonnez."}}

    def __init__(self, implication, *args, instance=None, **kwargs):
        derniere = instance.history.select_related("history_user").first() if instance else None
        quand = derniere.history_date.isoformat() if derniere else ""
        dit = f"{derniere.history_user} l’a changée" if derniere else ""
        super().__init__(*args, instance=instance, etat=quand, dit=dit, **kwargs)
        self.initial["vu"] = quand
        if implication.qualite != Qualite.SUIVIE or implication.dossier.interet_enfant:
            del self.fields["interet_enfant"]

    def clean_date_naissance(self):
        jour = self.cleaned_data["date_naissance"]
        aujourd_hui = timezone.localdate()
        if jour and not aujourd_hui - relativedelta(years=120) < jour <= aujourd_hui:
            raise ValidationError("Cette date ne peut pas être une date de naissance.")
        return jour

    def clean(self):
        propres = super().clean() or self.cleaned_data
        for champ in ("nom", "prenom"):
            if any(repere.bloque for repere in reperer(propres.get(champ) or "")):
                self.add_error(
                    champ, "Un numéro de registre national ne s’enregistre nulle part ici : retirez-le."
                )
        for champ in ("motif", "interet_enfant"):
            try:
                noms = [(propres.get("nom") or "", propres.get("prenom") or "")]
                verifier_sans_nom(propres.get(champ, ""), noms=noms)
            except ValidationError:
                self.add_error(
                    champ, NOM_DANS_LE_MOTIF if champ == "motif" else "Écrivez ce texte sans le nom."
                )
        return propres
