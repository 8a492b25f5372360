"""The form by which a partner’s person reports on somebody, and the one by which the Référent closes it."""

from django import forms

from csil.classification import FormulaireSansClassifie
from csil.garde import FormulaireGarde
from csil.models import ReferenceLegale
from informations_sensibles.models import (
    BaseParole,
    IssuePartenaire,
    PourQui,
    ReponseType,
    SignalementPartenaire,
)
from informations_sensibles.models.signalement import Tlp
from informations_sensibles.templatetags.cellule import tlp

from .secteur import Jour
from .signalement import NATURES, avec_aide
from .traitement import SIGNALANT

LU = "Lu par le Référent d’abord ; s’il le reprend ou le clôt, par le Bourgmestre et le Chef de Corps. Et par vous."
RECOIVENT = "Lu par le Référent, le Bourgmestre et le Chef de Corps."
CIRCULATION = {
    Tlp.RED: "Le Référent, puis le Bourgmestre et le Chef de Corps : personne d’autre.",
    Tlp.AMBER_STRICT: "Les membres de la Cellule qui doivent agir, et rien au-delà.",
    Tlp.AMBER: "Aussi les services que la Cellule doit prévenir pour agir, avec votre accord.",
}
ENFANT = "Pour une personne mineure, dites ce que commande l’intérêt de l’enfant."


class FormulaireSignalementPartenaire(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    """In one’s own words, without the name. The marking of a document is looked for, not asked."""

    lecteurs = dict.fromkeys(("texte", "interet_enfant"), LU)

    class Meta:
        model = SignalementPartenaire
        fields = [
            "marquage_origine",
            "base",
            "texte",
            "date_fait",
            "nature",
            "mineur",
            "interet_enfant",
            "tlp",
        ]
        widgets = {
            "base": forms.RadioSelect,
            "texte": forms.Textarea(attrs={"rows": 8}),
            "date_fait": Jour,
            "nature": forms.RadioSelect,
            "mineur": forms.RadioSelect,
            "interet_enfant": forms.Textarea(attrs={"rows": 3}),
            "tlp": forms.RadioSelect,
        }
        labels = {
            "base": "Sur quelle base parlez-vous ?",
            "date_fait": "Quand",
            "nature": "De quoi s’agit-il ?",
            "mineur": "La personne est-elle mineure ?",
            "interet_enfant": "Ce que commande l’intérêt de l’enfant",
            "tlp": "Jusqu’où cela peut-il circuler ?",
        }
        help_texts = {
            "base": "Aucune ne vous oblige. Dans le doute, parlez-en d’abord à votre responsable.",
            "texte": "Ce que vous avez constaté, ce qui inquiète et ce qui protège. Sans nom ni portrait.",
            "date_fait": "Le jour du fait, ou le dernier, même à peu près.",
            "interet_enfant": "Si elle est mineure : pourquoi en parler ici sert l’enfant, et ce qui l’aiderait.",
            "tlp": "Aller plus loin demandera votre accord, ou celui de votre service.",
        }
        error_messages = {
            "base": {"required": "Dites sur quelle base vous parlez."},
            "texte": {"required": "Dites ce qui vous inquiète."},
            "date_fait": {"required": "Dites quand, même à peu près.", "invalid": "Donnez un jour."},
            "nature": {"required": "Dites si c’est un fait, un propos ou une appréciation."},
            "mineur": {"required": "Répondez, même si vous ne savez pas."},
            "tlp": {"required": "Dites jusqu’où cela peut circuler."},
        }

    def __init__(self, par, *args, **kwargs):
        super().__init__(*args, demander_marquage=False, **kwargs)
        citations = {r.code: r.intitule for r in ReferenceLegale.objects.en_vigueur()}
        base = self.fields["base"]
        base.queryset = BaseParole.objects.visible_to(par).proposees()
        base.empty_label = None
        base.label_from_instance = lambda b: avec_aide(b, _precision(b, citations))
        self.fields["nature"].choices = [(n.value, avec_aide(n.label, aide)) for n, aide in NATURES.items()]
        self.fields["tlp"].choices = [(t.value, avec_aide(tlp(t), aide)) for t, aide in CIRCULATION.items()]

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if propres.get("mineur") == "oui" and not propres.get("interet_enfant", "").strip():
            self.add_error("interet_enfant", ENFANT)
        return propres

    def signaler(self, *, par) -> SignalementPartenaire:
        """Under the key that the guard wrote in the journal, if it asked something."""
        return SignalementPartenaire.signaler(par=par, id=self.instance.pk, **self.cleaned_data)


def _precision(base, citations) -> str:
    loi = citations.get(base.reference, "")
    return " ".join(filter(None, [base.precision, loi and f"{loi[:1].upper()}{loi[1:]}."]))


class FormulaireCloturePartenaire(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    """Exactly one outcome with its reason, and an answer among safe sentences (R13, R41, R42)."""

    champs_gardes = ("motif", "mot")
    lecteurs = {"motif": RECOIVENT, "mot": SIGNALANT}

    issue = forms.ChoiceField(
        label="Issue",
        choices=IssuePartenaire,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une issue, « Sans suite » comprise."},
    )
    motif = forms.CharField(
        label="Pourquoi cette issue",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Dites pourquoi cette issue."},
    )
    reponse = forms.ModelChoiceField(
        queryset=ReponseType.objects.none(),
        label="Réponse à la personne qui a signalé",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choisissez une réponse."},
    )
    mot = forms.CharField(label="Un mot en plus", max_length=300, required=False)

    def __init__(self, par, signalement, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reponse"].queryset = ReponseType.objects.visible_to(par).proposees(PourQui.PARTENAIRE)
        if signalement.etat != "repris":  # nothing was made of it that it could be « repris dans »
            choix = [c for c in IssuePartenaire.choices if c[0] != IssuePartenaire.INFORMATION]
            self.fields["issue"].choices = choix
