"""What an information says, in whose words, how far it may go; and who the person is, which goes elsewhere at once."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html

from csil.classification import FormulaireSansClassifie
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from informations_sensibles.commun.forms.anonymat import FormulaireSansNom, verifier_sans_nom
from informations_sensibles.commun.forms.champs import Jour
from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.commun.vocabulaire import Genre, Nature, SourceInformation, Tlp, tlp
from informations_sensibles.dossiers.models import Identite
from informations_sensibles.informations.etats import LARGEUR, RECTIFIABLES, SAISIS, CodeTraitement
from informations_sensibles.informations.models.information import Information
from partenaires.annuaire.models import Partenaire

DES_LECTEURS = (
    "Lu d’abord par qui valide (l’Officier d’information ou le Chef de Corps pour la police et la Sûreté, le Référent pour "
    "les autres), puis par les rôles de son circuit, le Bourgmestre et le Chef de Corps ; par le cercle du dossier à la fin, "
    "si le circuit le permet."
)
DE_L_IDENTITE = "Gardé à part, masqué partout. Vu quinze minutes, par qui peut lire l’information et dit pourquoi ; le journal le retient."
NATURES = {
    Nature.FAIT: "Quelqu’un l’a constaté.",
    Nature.PROPOS: "Quelqu’un l’a dit.",
    Nature.APPRECIATION: "C’est un avis, une impression.",
}
CODES = {
    CodeTraitement.H0: "Elle peut servir, selon les règles de chaque service.",
    CodeTraitement.H1: "Elle ne sert de preuve que si qui l’a donnée le permet.",
    CodeTraitement.H2: "Elle reste ici tant que qui l’a donnée n’a pas dit oui.",
    CodeTraitement.H3: "Écrivez la condition plus bas.",
}
CIRCULATION = {
    Tlp.RED: "Les personnes qui la lisent ici, et personne d’autre.",
    Tlp.AMBER_STRICT: "La Cellule, et rien au-delà d’elle.",
    Tlp.AMBER: "La Cellule, et les services qu’elle doit prévenir pour agir.",
    Tlp.GREEN: "Les services partenaires, sans publication.",
    Tlp.CLEAR: "Tout le monde : rien n’y est réservé.",
}
PLUS_LARGE = (
    "Plus large que ce que dit qui l’a donnée : c’est l’affaire de « Élargir », avec son accord consigné."
)


def avec_aide(nom, aide):
    return format_html('{}<span class="choix__aide">{}</span>', nom, aide)


def sans_numero(choix) -> str:
    """Make « H1 » of « H1 : pas en justice sans… » stand out, its words follow."""
    code, _, mots = choix.label.partition(" : ")
    return format_html("<b>{}</b>, {}", code, mots)


CHOIX = {
    "genre": Genre.choices,
    "source": SourceInformation.choices,
    "nature": [(n.value, avec_aide(n.label, aide)) for n, aide in NATURES.items()],
    "code_traitement": [(c.value, avec_aide(sans_numero(c), aide)) for c, aide in CODES.items()],
    "tlp": [(t.value, avec_aide(tlp(t), aide)) for t, aide in CIRCULATION.items()],
}


class FormulaireDInformation(
    FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, FormulaireVersionne
):
    """Ask what both the entry and the correction need: never the text of the police (R35)."""

    lecteurs = dict.fromkeys(("synthese", "originateur", "reference_document", "condition"), DES_LECTEURS)

    class Meta:
        model = Information
        fields = ["marquage_origine", *SAISIS]
        widgets = {
            "synthese": forms.Textarea(attrs={"rows": 7}),
            "date_document": Jour,
            "date_fait": Jour,
            "nature": forms.RadioSelect,
            "code_traitement": forms.RadioSelect,
            "tlp": forms.RadioSelect,
        }
        labels = {
            "nature": "De quoi s’agit-il ?",
            "synthese": "Ce qu’elle dit, dans vos mots",
            "code_traitement": "À quoi peut-elle servir ?",
            "tlp": "Jusqu’où peut-elle circuler ?",
        }
        help_texts = {
            "synthese": "Dans vos mots, jamais le texte de la police : un RIR ou un PV reste à la police, la Cellule n’en "
            "garde que la référence. Sans nom : « la personne suivie », « la mère ». Ni religion, ni opinion, ni origine.",
            "date_fait": "Quand cela s’est passé, même à peu près : pas la date du document.",
            "reference_document": "Le numéro que le service d’origine lui donne.",
            "categorie": "Ce que l’information touche : la liste est celle de la loi.",
            "condition": "Ce que le service d’origine demande, en une phrase.",
            "partenaire": "Si c’est un partenaire de la plateforme.",
            "issue_458ter": "Elle vient d’une concertation de cas : elle ne sert qu’à prévenir une infraction terroriste ou à "
            "protéger quelqu’un.",
        }
        error_messages = {
            "originateur": {"required": "Dites quel service a donné l’information."},
            "date_fait": {"required": "Dites quand cela s’est passé, même à peu près."},
            "nature": {"required": "Dites si c’est un fait, un propos ou une appréciation."},
            "categorie": {"required": "Choisissez la catégorie de données."},
            "synthese": {"required": "Dites ce qui est rapporté, dans vos mots."},
            "code_traitement": {"required": "Choisissez un code de traitement."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for nom, choix in CHOIX.items():
            if nom in self.fields:
                self.fields[nom].choices = choix
        self.fields["categorie"].queryset = self._categories()
        self.fields["categorie"].empty_label = "Choisissez"
        if "partenaire" in self.fields:
            self.fields["partenaire"].queryset = Partenaire.objects.order_by("nom")
            self.fields["partenaire"].empty_label = "Aucun"

    def _categories(self):
        """Offer those that are proposed, and the one that it has (R21)."""
        proposees = CategorieDonnee.objects.proposees()
        return proposees | CategorieDonnee.objects.filter(pk=self.instance.categorie_id)

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if propres.get("code_traitement") == CodeTraitement.H3 and not propres.get("condition"):
            self.add_error("condition", "Avec le code H3, écrivez la condition.")
        return propres


class FormulaireInformation(FormulaireDInformation):
    """Ask for a new one: the kind and the source, which never change, choose its circuit."""

    class Meta(FormulaireDInformation.Meta):
        fields = ["marquage_origine", "genre", "source", *SAISIS]
        labels = FormulaireDInformation.Meta.labels | {
            "genre": "Sous quelle forme est-elle arrivée ?",
            "source": "De qui vient-elle ?",
        }
        widgets = FormulaireDInformation.Meta.widgets | {
            "genre": forms.RadioSelect,
            "source": forms.RadioSelect,
        }
        error_messages = FormulaireDInformation.Meta.error_messages | {
            "genre": {"required": "Dites sous quelle forme elle est arrivée."},
            "source": {"required": "Dites de qui elle vient."},
        }

    def __init__(self, *args, dossier=None, identite=None, **kwargs):
        """Take `identite`, the form beside this one that says who the person is, valid or not with it."""
        super().__init__(*args, **kwargs)
        self.dossier, self.identite = dossier, identite

    def is_valid(self):
        return all([super().is_valid(), self.identite is None or self.identite.is_valid()])

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if self.identite and self.identite.is_valid():
            self.identite.confronter(self)
        return propres

    def champs(self) -> dict:
        """Give what was typed, under the key that the guard wrote in the journal, if it asked something."""
        identite = self.identite and self.identite.cleaned_data
        return {"id": self.instance.pk, "dossier": self.dossier, "identite": identite, **super().champs()}


class FormulaireIdentite(forms.ModelForm):
    """Ask who the person is, where there is no dossier yet: three fields, which go to `Identite` and nowhere else."""

    lecteurs = dict.fromkeys(("nom", "prenom", "date_naissance"), DE_L_IDENTITE)

    class Meta:
        model = Identite
        fields = ["nom", "prenom", "date_naissance"]
        widgets = {"date_naissance": Jour}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nom"].required = False
        for champ in self.fields.values():
            champ.widget.attrs["autocomplete"] = "off"

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if not propres.get("nom") and (propres.get("prenom") or propres.get("date_naissance")):
            raise ValidationError({"nom": "Donnez le nom, ou laissez les trois champs vides."})
        return propres

    def clean_date_naissance(self):
        jour = self.cleaned_data["date_naissance"]
        if jour and jour > timezone.localdate():
            raise ValidationError("Ce jour n’est pas encore venu.")
        return jour

    def _post_clean(self):
        """Do without the model's own checks, which ask for a name; none at all is nobody."""

    def confronter(self, form) -> None:
        """Refuse the name typed here in the texts of the other form."""
        nom = (self.cleaned_data.get("nom", ""), self.cleaned_data.get("prenom", ""))
        for champ in form.noms_gardes() if nom[0] else ():
            try:
                verifier_sans_nom(form.cleaned_data.get(champ, ""), noms=[nom])
            except ValidationError as erreur:
                form.add_error(champ, erreur)


class FormulaireCorrection(FormulaireDInformation):
    """Let its author correct it until it is validated; never wider than it was."""

    class Meta(FormulaireDInformation.Meta):
        fields = list(SAISIS)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.information, self.dossier = self.instance, self.instance.dossier_lu
        self.tlp_actuel = self.instance.tlp

    def clean_tlp(self):
        choisi = self.cleaned_data["tlp"]
        if LARGEUR[choisi] > LARGEUR[self.tlp_actuel]:
            raise ValidationError(PLUS_LARGE)
        return choisi


class FormulaireRectification(FormulaireDInformation):
    """Ask what was wrong in an information that others have read (R44)."""

    champs_gardes = ("faux", "motif")
    lecteurs = {
        "synthese": DES_LECTEURS,
        "reference_document": DES_LECTEURS,
        "faux": DES_LECTEURS,
        "motif": DES_LECTEURS,
    }

    class Meta(FormulaireDInformation.Meta):
        fields = list(RECTIFIABLES)

    faux = forms.CharField(
        label="Ce qui était faux",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites ce qui était faux."},
    )
    motif = forms.CharField(
        label="D’où vient la correction",
        max_length=300,
        error_messages={"required": "Dites d’où vient la correction."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.information, self.dossier = self.instance, self.instance.dossier_lu
