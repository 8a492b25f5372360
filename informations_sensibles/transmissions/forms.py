"""Forms of the transmissions: each asks for one act, and guards its words."""

from django import forms
from django.utils.html import format_html, format_html_join

from csil.classification import FormulaireSansClassifie
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from csil.texte.typographie import date_longue
from informations_sensibles.commun.forms.anonymat import FormulaireSansNom
from informations_sensibles.commun.forms.champs import FormulaireVu, Jour, avec_aide
from informations_sensibles.commun.permissions import contacts_tfl
from informations_sensibles.commun.vocabulaire import tlp
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.informations.models import Information
from informations_sensibles.signalements.forms.signalement import CIRCULATION
from informations_sensibles.transmissions.models.base_legale import BaseLegale
from informations_sensibles.transmissions.models.finalite import USAGES_INTERDITS, Finalite
from informations_sensibles.transmissions.models.retour_transmission import RetourTransmission
from informations_sensibles.transmissions.models.transmission import Transmission

CERCLE_ET_CONTACT = "Lu par le cercle du dossier, par qui vérifie et libère, et par le destinataire."
CERCLE = "Lu par le cercle du dossier, et par qui vérifie et libère."
CONTACT = "Lu par le cercle du dossier, par qui vérifie et libère, et par le contact TFL."


class ChoixInformations(forms.CheckboxSelectMultiple):
    """Show informations to tick, but for those that may not go out, of which the label says why."""

    interdites: set[str] = frozenset()

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.interdites:
            option["attrs"]["disabled"] = True
        return option


class ChampInformations(forms.ModelMultipleChoiceField):
    """Choose among informations, each shown with its codes and what keeps it from going out."""

    widget = ChoixInformations

    def label_from_instance(self, information):
        obstacles = information.obstacles("transmission")
        if obstacles:
            self.widget.interdites = self.widget.interdites | {str(information.pk)}
        detail = obstacles or [f"{information.get_nature_display()}, {information.get_genre_display()}"]
        return format_html(
            '{} <span class="codes"><span class="code4">{}</span><span class="codeh">{}</span>{}</span>'
            '<span class="choix__aide">{}</span>',
            information.reference,
            information.evaluation,
            information.code_traitement,
            tlp(information.tlp),
            format_html_join(" ", "{}", ([phrase] for phrase in detail)),
        )


def _choisir(champ):
    """Show « Choisissez » where nothing is chosen."""
    champ.choices = [("", "Choisissez"), *(choix for choix in champ.choices if choix[0])]


class FormulaireTransmission(
    FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, FormulaireVersionne
):
    """Ask what goes out of a dossier, to whom, what for, on what basis, how (R34)."""

    informations = ChampInformations(
        queryset=Information.objects.none(),
        label="Informations transmises",
        help_text="Celles de ce dossier que vous lisez. Ce qui ne peut pas partir ne se coche pas.",
        error_messages={"required": "Choisissez au moins une information."},
    )
    lecteurs = dict.fromkeys(
        ("objet", "organisation", "reference_externe", "interet_enfant"), CERCLE_ET_CONTACT
    )

    class Meta:
        model = Transmission
        fields = [
            "genre",
            "objet",
            "reference_externe",
            "date_piece",
            "finalite",
            "base",
            "destinataire",
            "organisation",
            "canal",
            "interet_enfant",
            "retour_sous",
        ]
        widgets = {"date_piece": Jour, "finalite": forms.RadioSelect, "canal": forms.RadioSelect}
        help_texts = {"finalite": USAGES_INTERDITS, "organisation": "Celle qui reçoit."}
        labels = {"canal": "Par quelle voie part la copie ?", "finalite": "Pour quoi faire ?"}
        error_messages = {
            "genre": {"required": "Dites ce que c’est."},
            "objet": {"required": "Dites l’objet, en une ligne."},
        }

    field_order = ["informations", *Meta.fields]

    def __init__(self, dossier, par, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.dossier, champs = dossier, self.fields
        _choisir(champs["genre"])
        siennes = Information.objects.visible_to(par).filter(dossier=dossier)
        champs["informations"].queryset = siennes.order_by("date_fait").select_related(
            "version_circuit__circuit"
        )
        for nom, modele in (("finalite", Finalite), ("base", BaseLegale)):
            champs[nom].queryset = modele.objects.visible_to(par).proposees()
            champs[nom].required = True
            champs[nom].empty_label = None if nom == "finalite" else "Choisissez"
            champs[nom].error_messages["required"] = "Choisissez."
        champs["destinataire"].queryset = contacts_tfl().exclude(pk=par.pk)
        champs["destinataire"].required = True
        champs["destinataire"].empty_label = "Choisissez"
        champs["destinataire"].error_messages["required"] = "Choisissez la personne qui recevra."
        if dossier.mineur == "oui":
            champs["interet_enfant"].required = True
            champs["interet_enfant"].help_text = "La personne est mineure : pourquoi transmettre la sert."
        else:
            del champs["interet_enfant"]
        if not self.instance._state.adding:
            self.initial["informations"] = [i.pk for i in self.instance.informations_couvertes()]

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if propres.get("genre") in ("rir", "pv") and not propres.get("reference_externe"):
            self.add_error("reference_externe", "Un RIR ou un PV se désigne par sa référence.")
        return propres

    def _get_validation_exclusions(self):
        """Leave what the act itself sets to the act."""
        return super()._get_validation_exclusions() | {"dossier", "code_traitement", "tlp"}

    def validate_constraints(self):
        """Leave the constraints, which are of the whole record, to the act."""


class FormulaireConstat(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, FormulaireVu):
    """Ask whether one condition holds, and of an agreement by whom it was given and when (R37)."""

    champs_gardes = ("detail",)
    lecteurs = {"detail": CERCLE}

    tenue = forms.TypedChoiceField(
        label="Cette condition est-elle remplie ?",
        choices=[("oui", "Oui"), ("non", "Non, ou pas encore")],
        coerce=lambda choix: choix == "oui",
        widget=forms.RadioSelect,
        error_messages={"required": "Répondez par oui ou par non."},
    )
    detail = forms.CharField(label="Précision", max_length=250, required=False)

    def __init__(self, condition, *args, **kwargs):
        dit = f"{condition.constatee_par} l’a constatée : {'oui' if condition.tenue else 'non'}"
        super().__init__(*args, etat=condition.constat, dit=dit, **kwargs)
        self.information = condition.information
        if condition.code == "accord":
            self.fields["detail"].label = "Par qui, et quand ? (fonction et date)"
            self.fields["detail"].help_text = "Une fonction, jamais un nom."
            self.fields["detail"].required = True
            self.fields["detail"].error_messages["required"] = "Dites par qui et quand, ou ce qui manque."
            accord = condition.information.consentement
            if accord and accord.accorde and not self.initial.get("detail"):
                self.initial["detail"] = f"{accord.par_qui}, {date_longue(accord.le)}"


class FormulairePourquoi(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    """Ask for the reason of an act. `nom`: what the field is called."""

    champs_gardes = ("motif",)
    lecteurs = {"motif": CERCLE}

    motif = forms.CharField(
        label="Pourquoi", max_length=250, error_messages={"required": "Dites pourquoi, en une phrase."}
    )

    def __init__(self, *args, nom="Pourquoi", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["motif"].label = nom


class FormulaireRetour(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    """Ask for a return: a code, a word, and how far the return itself may go."""

    lecteurs = {"mot": CONTACT}

    class Meta:
        model = RetourTransmission
        fields = ["marquage_origine", "code", "mot", "tlp"]
        widgets = {"code": forms.RadioSelect, "tlp": forms.RadioSelect}
        error_messages = {"code": {"required": "Choisissez un retour."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [c for c in self.fields["code"].choices if c[0]]
        self.fields["tlp"].choices = [(t.value, avec_aide(tlp(t), aide)) for t, aide in CIRCULATION.items()]

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {"transmission"}


class FormulaireArrivee(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    """Ask for the reference data of what the TFL sent, never for its text (R35)."""

    lecteurs = dict.fromkeys(("objet", "reference_externe", "organisation"), CERCLE)

    class Meta:
        model = Transmission
        fields = [
            "marquage_origine",
            "genre",
            "objet",
            "reference_externe",
            "date_piece",
            "organisation",
            "canal",
            "code_traitement",
            "tlp",
            "dossier",
        ]
        widgets = {"date_piece": Jour, "canal": forms.RadioSelect, "tlp": forms.RadioSelect}
        labels = {"organisation": "Qui l’a envoyé", "canal": "Par quelle voie ?"}
        error_messages = {
            "genre": {"required": "Dites ce que c’est."},
            "objet": {"required": "Dites l’objet, en une ligne."},
            "code_traitement": {"required": "Choisissez le code que la pièce porte."},
        }

    def __init__(self, par, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dossier"].queryset = Dossier.objects.contribues_par(par).order_by("reference")
        self.fields["dossier"].empty_label = "Aucun, ou pas encore"
        self.fields["organisation"].help_text = ""
        _choisir(self.fields["genre"])
        _choisir(self.fields["code_traitement"])
        self.fields["tlp"].choices = [(t.value, avec_aide(tlp(t), aide)) for t, aide in CIRCULATION.items()]

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if propres.get("genre") in ("rir", "pv") and not propres.get("reference_externe"):
            self.add_error("reference_externe", "Un RIR ou un PV se désigne par sa référence.")
        return propres

    def validate_constraints(self):
        """Leave the constraints, which are of the whole record, to the act."""


class FormulaireLien(forms.Form):
    """Ask which information was born of what came from the TFL."""

    information = forms.ModelChoiceField(
        queryset=Information.objects.none(),
        label="Information",
        empty_label="Choisissez",
        error_messages={"required": "Choisissez une information."},
    )

    def __init__(self, transmission, par, *args, **kwargs):
        super().__init__(*args, **kwargs)
        liees = transmission.couvertures.couvertes().order_by().values("information")
        possibles = Information.objects.visible_to(par).exclude(pk__in=liees)
        self.fields["information"].queryset = possibles.filter(saisie_par=par) | possibles.filter(
            dossier=transmission.dossier_id, dossier__isnull=False
        )
