"""Forms of what is concluded (R53), short so that nobody writes a speech there (R52), and of an action between two meetings."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.utils import timezone

from concertation.actions.models import Action, Avis, Decision, NoteAction
from concertation.commun.groupes import membres
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde

LU = "Lu par les membres de la Concertation."
SANS_RESPONSABLE = "Dites qui s’en charge : une personne, ou un partenaire."
DEUX_RESPONSABLES = "Un seul responsable : gardez la personne, ou le partenaire."
SANS_DATE = "Donnez une date : sans elle, personne ne saurait quand y revenir."
TROP_TOT = "Cette date précède la réunion."


class FormulaireActe(FormulaireGarde, FormulaireVersionne):
    """Asks for one conclusion; three of these forms stand on one page, each with its own identifiers."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"auto_id": f"id_{self._meta.model._meta.model_name}_%s", **kwargs})


class FormulaireDecision(FormulaireActe):
    lecteurs = {"texte": LU}

    class Meta:
        model = Decision
        fields = ["texte", "decidee_par"]
        widgets = {"texte": forms.Textarea(attrs={"rows": 2})}
        error_messages = {
            "texte": {"required": "Écrivez ce qui est décidé."},
            "decidee_par": {"required": "Dites qui décide : la fonction qui en a le pouvoir."},
        }


class FormulaireAvis(FormulaireActe):
    lecteurs = {"texte": LU}

    class Meta:
        model = Avis
        fields = ["texte", "reserves"]
        widgets = {"texte": forms.Textarea(attrs={"rows": 2})}
        error_messages = {"texte": {"required": "Écrivez l’avis."}}


class FormulaireAction(FormulaireActe):
    lecteurs = {"quoi": LU}

    class Meta:
        model = Action
        fields = ["quoi", "responsable", "partenaire", "echeance"]
        widgets = {
            "quoi": forms.Textarea(attrs={"rows": 2}),
            "echeance": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "saisie--courte"}),
        }
        help_texts = {"responsable": "Une personne, ou un partenaire : un seul des deux."}
        error_messages = {
            "quoi": {"required": "Écrivez ce qui est à faire."},
            "echeance": {"required": SANS_DATE, "invalid": "Donnez une date, par exemple 15/12/2026."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["responsable"].queryset = membres()
        self.fields["responsable"].empty_label = "Choisir une personne"
        self.fields["partenaire"].empty_label = "Choisir un partenaire"

    def clean(self):
        propres = super().clean() or self.cleaned_data
        responsables = [nom for nom in ("responsable", "partenaire") if propres.get(nom)]
        if len(responsables) != 1 and not {"responsable", "partenaire"} & self.errors.keys():
            self.add_error("responsable", DEUX_RESPONSABLES if responsables else SANS_RESPONSABLE)
        return propres

    def clean_echeance(self):
        echeance = self.cleaned_data["echeance"]
        if echeance < timezone.localdate(self.instance.point.reunion.debut):
            raise forms.ValidationError(TROP_TOT)
        return echeance


class FormulaireAvancement(FormulaireGarde, forms.ModelForm):
    """Asks how far an action is. `fait`: it is done, and there may be nothing more to say."""

    lecteurs = {"texte": LU}

    class Meta:
        model = NoteAction
        fields = ["texte"]
        widgets = {"texte": forms.Textarea(attrs={"rows": 3})}
        labels = {"texte": "Où en est-on"}
        error_messages = {"texte": {"required": "Dites en une phrase où en est cette action."}}

    def __init__(self, *args, fait=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.close = fait
        self.fields["texte"].required = not fait

    def champs(self) -> dict:
        """Give what goes to the act."""
        return {"texte": self.cleaned_data["texte"], "fait": self.close}


class FormulaireRetrait(FormulaireGarde, forms.Form):
    champs_gardes = ("motif",)
    lecteurs = {"motif": LU}
    motif = forms.CharField(
        label="Pourquoi la retirer",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites pourquoi : une action ne disparaît pas sans raison."},
    )


@dataclass(frozen=True)
class Genre:
    """Names one of the three, as the pages and the addresses call it."""

    nom: str
    mot: str
    un: str
    le: str
    verbe: str
    explication: str
    modele: type
    formulaire: Callable

    def __str__(self):
        return self.nom


GENRES = {
    genre.nom: genre
    for genre in (
        Genre(
            "decision", "Décision", "une décision", "la décision", "Noter une décision",
            "Prise par quelqu’un qui en a le pouvoir, nommé avec elle.", Decision, FormulaireDecision,
        ),
        Genre(
            "avis", "Avis", "un avis", "l’avis", "Noter un avis",
            "Celui du groupe ; il ne lie personne.", Avis, FormulaireAvis,
        ),
        Genre(
            "action", "Action", "une action", "l’action", "Noter une action",
            "Un seul responsable et une date ; elle revient à chaque réunion tant qu’elle est ouverte.", Action, FormulaireAction,
        ),
    )
}  # fmt: skip
