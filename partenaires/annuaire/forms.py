from django import forms
from django.core.exceptions import ValidationError

from csil.formulaires import FormulaireVersionne
from partenaires.annuaire.models.adresse_sujet import AdresseSujet
from partenaires.annuaire.models.contact import Contact
from partenaires.annuaire.models.fonction import Fonction
from partenaires.annuaire.models.implantation import Implantation
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.partenaire import Partenaire
from partenaires.annuaire.models.service import Service

ANNUAIRE = "Lu par les membres de la Concertation et de la Cellule."
SIENS = "Lu par le Référent et par les personnes de ce partenaire."
LIBRES = ("description", "public", "conditions", "orientation")
DISPARUE = (
    "Cette adresse a été supprimée entre-temps. Cochez « Supprimer » pour la retirer d’ici, ou recopiez-la dans une "
    "ligne vide."
)


CHANGEE = "L’adresse « {} » a été changée entre-temps : elle vaut maintenant {}. Enregistrez de nouveau pour la supprimer."


class Jour(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class FormulairePartenaire(FormulaireVersionne):
    lecteurs = {"missions": ANNUAIRE, "note": SIENS}

    class Meta:
        model = Partenaire
        fields = [
            "nom",
            "acronyme",
            "missions",
            "secteur",
            "niveau",
            "tutelle",
            "forme",
            "territoire",
            "parent",
            "rythme",
            "statut_fiche",
            "note",
        ]
        widgets = {"statut_fiche": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "rythme": "La page d’accueil vous rappelle de relire la fiche à ce rythme.",
            "note": "Ce qui reste à vérifier auprès de votre organisation.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = Partenaire.objects.exclude(pk=self.instance.pk)
        self.fields["parent"].empty_label = "Aucun autre partenaire"
        self.fields["tutelle"].empty_label = "Aucune"


class FormulaireRubrique(FormulaireVersionne):
    """A part of a partner's record; `instance` says of which partner. `un` and `le` name it in sentences."""

    un = le = ""
    lecteurs: dict = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "service" in self.fields:
            self.fields["service"].queryset = self.instance.partenaire.services.all()
            self.fields["service"].empty_label = "Aucun en particulier"
            if not self.instance.partenaire.services.all():
                del self.fields["service"]

    @property
    def formulaires(self) -> list:
        """All that must be valid, for the summary of errors."""
        return [self]

    def _get_validation_exclusions(self):
        """Which partner it is counts when names must differ, though nobody types it."""
        return super()._get_validation_exclusions() - {"partenaire"}


class FormulaireService(FormulaireRubrique):
    un, le = "un service", "le service"

    class Meta:
        model = Service
        fields = ["nom"]


class FormulaireFonction(FormulaireRubrique):
    un, le = "une fonction", "la fonction"

    class Meta:
        model = Fonction
        fields = ["nom"]


class FormulaireImplantation(FormulaireRubrique):
    un, le = "une implantation", "l’implantation"

    class Meta:
        model = Implantation
        fields = ["nom", "adresse", "quartier"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["quartier"].empty_label = "Aucun en particulier"


class FormulaireOffre(FormulaireRubrique):
    un, le = "une offre", "l’offre"
    lecteurs = dict.fromkeys(LIBRES, ANNUAIRE)

    class Meta:
        model = Offre
        fields = [
            "intitule",
            "description",
            "public",
            "conditions",
            "orientation",
            "service",
            "themes",
            "quartiers",
        ]
        widgets = {
            **{nom: forms.Textarea(attrs={"rows": 3}) for nom in LIBRES},
            "themes": forms.CheckboxSelectMultiple,
            "quartiers": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "orientation": "Ce qu’un autre service doit faire pour vous adresser quelqu’un.",
            "themes": "Il en manque un ? Demandez aux administrateurs de l’ajouter.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for nom in ("themes", "quartiers"):
            if not self.fields[nom].queryset.exists():
                del self.fields[nom]


class FormulaireContact(FormulaireRubrique):
    """A contact and, in the same page, its addresses by subject: saved together or not at all."""

    un, le = "un contact", "le contact"

    class Meta:
        model = Contact
        fields = [
            "nature",
            "nom",
            "fonction",
            "service",
            "telephone",
            "courriel",
            "rang",
            "suppleant",
            "absent_du",
            "absent_au",
        ]
        widgets = {"nature": forms.RadioSelect, "absent_du": Jour, "absent_au": Jour}
        labels = {"suppleant": "En cas d’absence, joindre"}
        help_texts = {"nom": "Celui du service, ou de la personne telle que vos partenaires la connaissent."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        autres = self.instance.partenaire.contacts.exclude(pk=self.instance.pk)
        self.fields["suppleant"].queryset = autres
        self.fields["suppleant"].empty_label = "Personne en particulier"
        if not autres:
            del self.fields["suppleant"]
        self.adresses = AdressesParSujet(
            self.data if self.is_bound else None, instance=self.instance, prefix="adresses"
        )

    @property
    def formulaires(self):
        return [self, self.adresses]

    def champs(self):
        """Give what the act takes, the checked addresses included."""
        return super().champs() | {"adresses": self.adresses}

    def is_valid(self):
        return all([super().is_valid(), self.adresses.is_valid()])

    def message_reprise(self):
        return super().message_reprise() or next(
            filter(None, (f.message_reprise() for f in self.adresses)), ""
        )


class FormulaireSuppression(forms.Form):
    """Take a part out of the record, as the page showed it."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)


class FormulaireAdresse(FormulaireVersionne):
    class Meta:
        model = AdresseSujet
        fields = ["sujet", "courriel"]

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"contact"}


class AdressesDuContact(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Supprimer cette adresse"
        form.fields[self._pk_field.name].error_messages["invalid_choice"] = DISPARUE

    def clean(self):
        super().clean()
        sujets = set()
        for form in self.forms:
            if self.can_delete and self._should_delete_form(form):
                self._encore_la_meme(form)
            elif sujet := form.cleaned_data.get("sujet", "").casefold() if form.is_valid() else "":
                if sujet in sujets:
                    form.add_error("sujet", "Ce sujet est donné deux fois.")
                sujets.add(sujet)

    def _encore_la_meme(self, form):
        """Nobody deletes what somebody else has changed meanwhile without having seen it."""
        if form.depasse:
            form.actualiser()
            raise ValidationError(CHANGEE.format(form.instance.sujet, form.instance.courriel))


AdressesParSujet = forms.inlineformset_factory(
    Contact, AdresseSujet, form=FormulaireAdresse, formset=AdressesDuContact, extra=2, can_delete_extra=False
)


RUBRIQUES = {
    "contacts": FormulaireContact,
    "offres": FormulaireOffre,
    "services": FormulaireService,
    "implantations": FormulaireImplantation,
    "fonctions": FormulaireFonction,
}
