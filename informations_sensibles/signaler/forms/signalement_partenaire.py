"""Forms of a partner’s report on a person: by whom it is made, taken up and closed."""

import re
from unicodedata import combining, normalize

from dateutil.relativedelta import relativedelta
from django import forms
from django.utils import timezone

from csil.administration.models import ReferenceLegale
from csil.classification import FormulaireSansClassifie
from csil.garde import FormulaireGarde, reperer
from csil.garde.champs import REFUS
from csil.garde.reperes import en_mots
from informations_sensibles.commun.forms.anonymat import FormulaireSansNom
from informations_sensibles.commun.forms.champs import Jour, avec_aide
from informations_sensibles.commun.models import CategorieDonnee, PourQui, ReponseType
from informations_sensibles.commun.vocabulaire import Tlp, tlp
from informations_sensibles.dossiers.models import Mineur
from informations_sensibles.informations.models import Information
from informations_sensibles.signalements.forms.signalement import NATURES
from informations_sensibles.signalements.forms.traitement import SIGNALANT
from informations_sensibles.signaler.models.base_parole import BaseParole
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire
from informations_sensibles.signaler.models.suite_signalement import IssuePartenaire

LU = "Lu par le Référent d’abord ; s’il le reprend ou le clôt, par le Bourgmestre et le Chef de Corps. Et par vous."
A_PART = "Gardé à part, et masqué : le Référent, puis le Bourgmestre et le Chef de Corps, ne le voient qu’en écrivant pourquoi."
RECOIVENT = "Lu par le Référent, le Bourgmestre et le Chef de Corps."
CIRCULATION = {
    Tlp.RED: "Le Référent, puis le Bourgmestre et le Chef de Corps : personne d’autre.",
    Tlp.AMBER_STRICT: "Les membres de la Cellule qui doivent agir, et rien au-delà.",
    Tlp.AMBER: "Aussi les services que la Cellule doit prévenir pour agir, avec votre accord.",
}
ENFANT = "Pour une personne mineure, dites ce que commande l’intérêt de l’enfant."
NOMME = "Le nom que vous donnez à part se trouve aussi dans ce texte. Retirez-le : « la personne » suffit."
IDENTITE = ("nom", "prenom", "date_naissance")


class FormulaireSignalementPartenaire(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    """Ask for a report in one’s own words, without the name, which is given apart or not at all.

    The marking of a document is looked for, not asked.
    """

    sans_personne = False  # each text says it under its own name: the name has fields of its own here
    lecteurs = dict.fromkeys(("texte", "interet_enfant"), LU) | dict.fromkeys(("nom", "prenom"), A_PART)
    field_order = ["base", "texte", "date_fait", "nature", *IDENTITE, "mineur", "interet_enfant", "tlp"]

    nom = forms.CharField(
        label="Nom de la personne",
        max_length=100,
        required=False,
        help_text="Si vous le connaissez et pouvez le donner. Il ne se mêle jamais à votre texte.",
    )
    prenom = forms.CharField(label="Prénom", max_length=100, required=False)
    date_naissance = forms.DateField(
        label="Date de naissance",
        required=False,
        widget=Jour,
        error_messages={"invalid": "Donnez un jour, ou rien."},
    )

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
        self.fields["mineur"].choices = Mineur.choices
        self.fields["nature"].choices = [(n.value, avec_aide(n.label, aide)) for n, aide in NATURES.items()]
        self.fields["tlp"].choices = [(t.value, avec_aide(tlp(t), aide)) for t, aide in CIRCULATION.items()]

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if propres.get("mineur") == "oui" and not propres.get("interet_enfant", "").strip():
            self.add_error("interet_enfant", ENFANT)
        if not propres.get("nom") and (propres.get("prenom") or propres.get("date_naissance")):
            self.add_error("nom", "Donnez aussi le nom, ou laissez les trois champs vides.")
        for champ in ("nom", "prenom"):
            graves = [repere for repere in reperer(propres.get(champ, "")) if repere.bloque]
            if graves:
                self.add_error(champ, REFUS.format(en_mots(graves)))
        self._verifier_age(propres.get("date_naissance"), propres.get("mineur"))
        for champ in ("texte", "interet_enfant"):
            if nomme(propres.get(champ, ""), propres.get("nom", ""), propres.get("prenom", "")):
                self.add_error(champ, NOMME)
        return propres

    def _verifier_age(self, naissance, mineur):
        """Refuse an answer on minority that the birth date, when it is given, belies (R23)."""
        if naissance is None:
            return
        if naissance > timezone.localdate():
            self.add_error("date_naissance", "Ce jour n’est pas encore venu.")
            return
        mineure = naissance + relativedelta(years=18) > timezone.localdate()
        if mineur and (mineur == "oui") is not mineure:
            dite, reponse = ("mineure", "Oui") if mineure else ("majeure", "Non")
            self.add_error(
                "mineur", f"D’après sa date de naissance, la personne est {dite} : répondez « {reponse} »."
            )

    def champs(self) -> dict:
        """Give what the act takes, under the key that the guard wrote in the journal, if it asked something."""
        champs = dict(self.cleaned_data)
        identite = {nom: champs.pop(nom) for nom in IDENTITE}
        return champs | {"id": self.instance.pk, "identite": identite if identite["nom"] else None}


def nomme(texte: str, *noms: str) -> bool:
    """Does one of these names stand in the text, whole words, whatever their accents?"""
    mots = f" {' '.join(_mots(texte))} "
    return any(f" {' '.join(_mots(nom))} " in mots for nom in noms if _mots(nom))


def _mots(texte: str) -> list[str]:
    sans_accents = "".join(signe for signe in normalize("NFD", texte.lower()) if not combining(signe))
    return re.findall(r"\w+", sans_accents)


def _precision(base, citations) -> str:
    loi = citations.get(base.reference, "")
    return " ".join(filter(None, [base.precision, loi and f"{loi[:1].upper()}{loi[1:]}."]))


class FormulaireReprise(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, forms.ModelForm):
    """Ask the Référent for the information that they make of a report, in their own words."""

    lecteurs = dict.fromkeys(
        ("synthese", "condition"), "Lu par les membres de la Cellule à qui l’information s’ouvre."
    )

    class Meta:
        model = Information
        fields = ["synthese", "categorie", "code_traitement", "condition"]
        widgets = {"synthese": forms.Textarea(attrs={"rows": 8}), "code_traitement": forms.RadioSelect}
        help_texts = {
            "synthese": "Ce que la Cellule doit en savoir, sans nom. Le texte du partenaire reste où il est.",
        }
        error_messages = {
            "synthese": {"required": "Dites ce que la Cellule doit en savoir."},
            "categorie": {"required": "Choisissez une catégorie."},
            "code_traitement": {"required": "Choisissez un code de traitement."},
        }

    def __init__(self, par, signalement, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.signalement = signalement
        categories = CategorieDonnee.objects.visible_to(par).proposees()
        self.fields["categorie"].queryset = categories
        self.fields["categorie"].empty_label = "Choisissez"
        choix = [c for c in self.fields["code_traitement"].choices if c[0]]
        self.fields["code_traitement"].choices = choix


class FormulaireCloturePartenaire(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, forms.Form):
    """Ask for exactly one outcome with its reason, and for an answer among safe sentences (R13, R41, R42)."""

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
        self.signalement = signalement
        self.information = signalement.suivi and signalement.suivi.information
        self.fields["reponse"].queryset = ReponseType.objects.visible_to(par).proposees(PourQui.PARTENAIRE)
        if signalement.etat != "repris":  # nothing was made of it that it could be « repris dans »
            choix = [c for c in IssuePartenaire.choices if c[0] != IssuePartenaire.INFORMATION]
            self.fields["issue"].choices = choix
