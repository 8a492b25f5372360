"""What the Cellule decides about a report: each form one act, its words guarded."""

from django import forms
from django.contrib.auth import get_user_model

from csil.classification import FormulaireSansClassifie
from csil.garde import FormulaireGarde
from informations_sensibles.commun.forms.champs import CELLULE, FormulaireVu
from informations_sensibles.commun.models import PourQui, ReponseType
from informations_sensibles.commun.permissions import RELISENT, a_un_role, membres
from informations_sensibles.commun.vocabulaire import Exactitude, Fiabilite
from informations_sensibles.signalements.models.traitement import Issue
from informations_sensibles.signalements.visibilite import tenus_a_l_ecart

SIGNALANT = "Lu par la personne qui a signalé : rien de ce que la Cellule en fait, ni à qui c’est transmis."

A_RELIRE = f"{SIGNALANT} Le Référent le relit d’abord."


class FormulaireEvaluation(FormulaireVu):
    """Grade the source and the information, each for itself: 4×4 (R17)."""

    source = forms.ChoiceField(label="Que vaut la source ?", choices=Fiabilite, widget=forms.RadioSelect)
    information = forms.ChoiceField(
        label="Que vaut l’information ?", choices=Exactitude, widget=forms.RadioSelect
    )

    def __init__(self, suivi, *args, **kwargs):
        quand = suivi.evalue_le.isoformat() if suivi and suivi.evalue_le else ""
        dit = f"{suivi.evalue_par} a évalué « {suivi.evaluation} »" if quand else ""
        super().__init__(*args, etat=quand, dit=dit, **kwargs)
        if quand:
            self.initial |= {"source": suivi.evaluation_source, "information": suivi.evaluation_information}
        for champ in ("source", "information"):
            self.fields[champ].error_messages["required"] = "Choisissez, ou dites qu’on ne peut pas juger."


class FormulaireConfier(FormulaireVu):
    proprietaire = forms.ModelChoiceField(
        queryset=get_user_model().objects.none(),
        label="À qui",
        empty_label="Choisissez",
        help_text="Un membre de la Cellule qui peut lire ce signalement contextuel.",
        error_messages={"required": "Choisissez une personne."},
    )

    def __init__(self, signalement, *args, **kwargs):
        suivi = signalement.suivi
        actuel = suivi and suivi.proprietaire
        dit = f"{actuel} en est maintenant propriétaire" if actuel else "il n’a plus de propriétaire"
        super().__init__(*args, etat=str(actuel.pk) if actuel else "", dit=dit, **kwargs)
        possibles = membres().exclude(pk__in=tenus_a_l_ecart(signalement))
        self.fields["proprietaire"].queryset = possibles.exclude(pk=actuel.pk) if actuel else possibles


class FormulaireCloture(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    """Close with exactly one outcome, its reason, and an answer among safe sentences (R13, R41, R42)."""

    champs_gardes = ("motif", "mot")

    issue = forms.ChoiceField(
        label="Issue",
        choices=Issue,
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

    def __init__(self, par, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reponse"].queryset = ReponseType.objects.visible_to(par).proposees(PourQui.CONTEXTUEL)
        self.lecteurs = {"motif": CELLULE, "mot": SIGNALANT if a_un_role(par, RELISENT) else A_RELIRE}


class FormulaireRelecture(forms.Form):
    accepte = forms.TypedChoiceField(
        label="Votre décision",
        choices=[("oui", "Joindre ce mot à la réponse"), ("non", "Ne pas l’envoyer")],
        coerce=lambda choix: choix == "oui",
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez."},
    )


class FormulaireBlocage(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    champs_gardes = ("motif",)

    personne = forms.ModelChoiceField(
        queryset=get_user_model().objects.none(),
        label="Qui tenir à l’écart",
        empty_label="Choisissez",
        error_messages={"required": "Choisissez une personne."},
    )
    motif = forms.CharField(
        label="Pourquoi", max_length=250, error_messages={"required": "Dites pourquoi, en une phrase."}
    )
    lecteurs = {
        "motif": "Lu par le Bourgmestre, le Chef de Corps et le Référent, sauf la personne concernée."
    }

    def __init__(self, signalement, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["personne"].queryset = membres().exclude(pk__in=tenus_a_l_ecart(signalement))
