"""One form for each act on an information; what another did since the page was opened is said, and nothing typed is lost."""

from django import forms
from django.core.exceptions import ValidationError

from csil.classification import FormulaireSansClassifie
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from informations_sensibles.commun.forms.anonymat import FormulaireSansNom
from informations_sensibles.commun.forms.champs import FormulaireVu, Jour
from informations_sensibles.commun.vocabulaire import Exactitude, Fiabilite, Tlp, tlp
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.informations.etats import LARGEUR
from informations_sensibles.informations.forms.information import CIRCULATION, DES_LECTEURS, avec_aide
from informations_sensibles.informations.models.consentement import Consentement
from informations_sensibles.informations.models.information import Information

DU_JOURNAL = "Gardé au journal, que lit le délégué à la protection des données ; écrivez-le sans aucun nom."
DE_QUI_LA_TIENT = (
    "Lu par vous seul tant que l’embargo tient ; ensuite par qui lit l’information, et par le Bourgmestre et le Chef de Corps "
    "si vous quittez la Cellule."
)
DU_PETIT_NOMBRE = "Lu par le Bourgmestre, le Chef de Corps et vous."


class Garde(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde):
    """Refuse, before a form of Django's, a marking, the name of the person whose information it is, a number."""

    def __init__(self, information, *args, **kwargs):
        self.information, self.dossier = information, information.dossier_lu
        super().__init__(*args, **kwargs)


def mot(label, manque, **options):
    return forms.CharField(label=label, max_length=300, error_messages={"required": manque}, **options)


class FormulaireDEtape(Garde, FormulaireVu):
    """Ask for a word on a step. `vu`: the step that waited when the page was opened."""

    champs_gardes = ("mot",)
    lecteurs = {"mot": DES_LECTEURS}

    mot = mot("Un mot", "Dites en un mot ce qui a été fait.")

    def __init__(self, information, *args, **kwargs):
        etape = information.etape_courante
        dit = f"l’étape qui attend est maintenant « {etape.nom} »" if etape else "le circuit est terminé"
        super().__init__(information, *args, etat=str(etape.pk) if etape else "", dit=dit, **kwargs)


class FormulaireValidation(FormulaireDEtape):
    decision = forms.ChoiceField(
        label="Votre décision",
        choices=[
            ("valider", avec_aide("Valider", "Elle suit son circuit ; les rôles de ses étapes la lisent.")),
            ("ecarter", avec_aide("Écarter", "Elle ne va pas plus loin ; son auteur et vous la gardez.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez."},
    )
    mot = mot("Pourquoi, en un mot", "Dites en un mot pourquoi.")
    field_order = ["decision", "mot"]


class FormulaireEvaluation(FormulaireVu):
    """Ask for the two grades, 4×4 (R17)."""

    source = forms.ChoiceField(label="Que vaut la source ?", choices=Fiabilite, widget=forms.RadioSelect)
    exactitude = forms.ChoiceField(
        label="Que vaut l’information ?", choices=Exactitude, widget=forms.RadioSelect
    )

    def __init__(self, information, *args, **kwargs):
        dit = f"elle est maintenant évaluée « {information.evaluation} »"
        super().__init__(*args, etat=information.evaluation, dit=dit, **kwargs)
        for champ in ("source", "exactitude"):
            self.fields[champ].error_messages["required"] = "Choisissez, ou dites qu’on ne peut pas juger."


class FormulaireConsentement(Garde, forms.ModelForm):
    """Ask what the service of origin answered; the last answer stands for all those before."""

    lecteurs = dict.fromkeys(("demande_a", "par_qui", "conditions"), DES_LECTEURS)

    class Meta:
        model = Consentement
        fields = [
            "demande_a",
            "par_qui",
            "le",
            "accorde",
            "pour_transmission",
            "pour_agenda",
            "pour_cercle",
            "tlp",
            "conditions",
        ]
        widgets = {"le": Jour}
        labels = {"tlp": "Jusqu’où elle peut circuler, au plus large"}
        help_texts = {"tlp": "Laissez vide si le service n’en a rien dit."}
        error_messages = {
            "demande_a": {"required": "Dites quel service a été interrogé."},
            "par_qui": {"required": "Dites qui a répondu, par sa fonction."},
            "le": {"required": "Dites quand il a répondu."},
        }

    accorde = forms.TypedChoiceField(
        label="Sa réponse",
        choices=[("oui", "Il est d’accord"), ("non", "Il refuse")],
        coerce=lambda choix: choix == "oui",
        widget=forms.RadioSelect,
        error_messages={"required": "Dites s’il est d’accord ou s’il refuse."},
    )

    def __init__(self, information, *args, **kwargs):
        initiales = {"demande_a": information.originateur, "accorde": None}
        super().__init__(information, *args, initial=initiales, **kwargs)
        self.fields["tlp"].choices = [("", "Rien n’en est dit"), *Tlp.choices]

    def clean(self):
        propres = super().clean() or self.cleaned_data
        permis = [nom for nom in self.fields if nom.startswith("pour_") and propres.get(nom)]
        if propres.get("accorde") is False and (permis or propres.get("tlp")):
            self.add_error("accorde", "Un refus ne permet rien : videz ce qui est coché plus bas.")
        if propres.get("accorde") and not permis and not propres.get("tlp"):
            self.add_error("accorde", "Dites ce que l’accord permet.")
        return propres


class FormulaireRattachement(forms.Form):
    """Ask for a dossier by its reference: who sees everything has too many dossiers for a list."""

    reference = forms.CharField(
        label="Référence du dossier",
        max_length=20,
        help_text="« D-2345-67 ». Un dossier où vous pouvez écrire, et qui n’est pas clos.",
        error_messages={"required": "Donnez la référence du dossier."},
    )

    def __init__(self, par, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.par = par

    def clean_reference(self):
        ecrite = "-".join(self.cleaned_data["reference"].upper().replace("-", " ").split())
        dossier = Dossier.objects.contribues_par(self.par).filter(reference=ecrite).first()
        if dossier is None:
            raise ValidationError("Aucun dossier de cette référence ne vous est ouvert.")
        return dossier

    def champs(self) -> dict:
        return {"dossier": self.cleaned_data["reference"]}


class FormulaireElargissement(forms.Form):
    tlp = forms.ChoiceField(
        label="Jusqu’où peut-elle circuler maintenant ?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez."},
    )

    def __init__(self, information, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tlp"].choices = [
            (etiquette.value, avec_aide(tlp(etiquette), aide))
            for etiquette, aide in CIRCULATION.items()
            if LARGEUR[etiquette] > LARGEUR[information.tlp]
        ]


class FormulaireEmbargo(Garde, forms.Form):
    champs_gardes = ("autorite", "motif")
    lecteurs = dict.fromkeys(champs_gardes, DE_QUI_LA_TIENT)

    autorite = forms.CharField(
        label="Quelle autorité le demande",
        max_length=150,
        error_messages={"required": "Dites quelle autorité le demande."},
    )
    motif = forms.CharField(
        label="Pourquoi", max_length=250, error_messages={"required": "Dites pourquoi, en une phrase."}
    )
    jusqu_au = forms.DateField(
        label="Jusqu’au",
        widget=Jour,
        help_text="Ce jour-là, vous serez prévenu : la date seule ne lève rien.",
        error_messages={"required": "Donnez le jour où vous voulez être prévenu."},
    )


class FormulaireProlongation(forms.Form):
    jusqu_au = forms.DateField(
        label="Jusqu’au", widget=Jour, error_messages={"required": "Donnez un jour plus lointain."}
    )


class FormulaireLevee(Garde, forms.Form):
    champs_gardes = ("motif",)
    lecteurs = {"motif": DES_LECTEURS}

    motif = forms.CharField(
        label="Pourquoi il est levé",
        max_length=250,
        error_messages={"required": "Lever un embargo est une décision : dites pourquoi."},
    )


class FormulaireMasque(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, FormulaireVersionne):
    champs_gardes = ("motif",)
    lecteurs = {"synthese": DES_LECTEURS, "motif": DU_PETIT_NOMBRE}

    class Meta:
        model = Information
        fields = ["synthese"]
        widgets = {"synthese": forms.Textarea(attrs={"rows": 7})}
        labels = {"synthese": "Ce qui reste lisible"}
        help_texts = {
            "synthese": "Remplacez le passage par « […] ». Ce qui s’y trouvait reste au petit nombre."
        }

    motif = forms.CharField(
        label="Pourquoi ce passage est masqué",
        max_length=250,
        error_messages={"required": "Dites pourquoi ce passage est masqué."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.information, self.dossier = self.instance, self.instance.dossier_lu


class FormulaireMotif(Garde, forms.Form):
    """Ask why somebody wants to see who it is (R68)."""

    champs_gardes = ("motif",)
    lecteurs = {"motif": DU_JOURNAL}

    motif = forms.CharField(
        label="Pourquoi vous devez le savoir",
        max_length=250,
        error_messages={"required": "Dites pourquoi, en une phrase."},
    )


class FormulairePrevenu(Garde, forms.Form):
    champs_gardes = ("mot",)
    lecteurs = {"mot": DES_LECTEURS}

    mot = mot("Comment cette personne a été prévenue", "Dites comment elle a été prévenue.")
