"""What is written of a dossier itself. Every text says who reads it, and asks for what is observed, never for what a person is."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.classification import FormulaireSansClassifie
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from informations_sensibles.commun.forms.anonymat import FormulaireSansNom
from informations_sensibles.commun.forms.champs import Jour
from informations_sensibles.commun.permissions import membres
from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.dossiers.models.dossier import Dossier, Informee
from informations_sensibles.dossiers.models.revue import D_UNE_REVUE, Conclusion

DU_DOSSIER = "Lu par le Bourgmestre, le Chef de Corps et le cercle du dossier."
PROPOSITION = (
    "Lu par le Bourgmestre, le Chef de Corps, le Référent et l’Officier d’information, qui ouvrent le dossier ou non ; "
    "puis par son cercle."
)
JOURNAL = "Gardé au journal, que lit le délégué à la protection des données ; écrivez-le sans aucun nom."
# What a person is does not enter a dossier (R22): said beside every text where it could.
OBSERVE = "Ce qui est observé, sans nom. Ni religion, ni opinion, ni origine, ni santé."
MOTIF_MANQUE = {"required": "Dites pourquoi, en une phrase."}


class FormulaireDossier(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, FormulaireVersionne):
    """Ask for the test that two people weigh (R59); once it is open, only for what is said of a minor (R23)."""

    lecteurs = dict.fromkeys(
        ("signes", "necessite", "proportionnalite", "subsidiarite", "interet_enfant"), PROPOSITION
    )

    class Meta:
        model = Dossier
        fields = [
            "signes",
            "necessite",
            "proportionnalite",
            "subsidiarite",
            "mineur",
            "interet_enfant",
            "pilote",
        ]
        widgets = {
            "signes": forms.Textarea(attrs={"rows": 5}),
            "necessite": forms.Textarea(attrs={"rows": 3}),
            "proportionnalite": forms.Textarea(attrs={"rows": 3}),
            "subsidiarite": forms.Textarea(attrs={"rows": 3}),
            "interet_enfant": forms.Textarea(attrs={"rows": 3}),
            "mineur": forms.RadioSelect,
        }
        labels = {
            "signes": "Les signes observés",
            "necessite": "Pourquoi plusieurs services doivent se parler",
            "proportionnalite": "Pourquoi le suivi reste à la mesure des signes",
            "subsidiarite": "Pourquoi un moyen plus léger ne suffit pas",
            "mineur": "La personne est-elle mineure ?",
            "interet_enfant": "Ce que commande l’intérêt supérieur de l’enfant",
        }
        help_texts = {
            "signes": OBSERVE,
            "necessite": "Ce qu’un service seul ne voit pas ou ne peut pas faire.",
            "proportionnalite": "Qui parlera, de quoi, et jusqu’où.",
            "subsidiarite": "Ce qui a été essayé, ou pourquoi ce serait trop tard.",
            "interet_enfant": "Obligatoire pour une personne mineure : ce suivi la sert-il, et comment ?",
            "pilote": "Un membre de la Cellule, qui en répond jusqu’à la clôture.",
        }
        error_messages = {
            "signes": {"required": "Dites quels signes sont observés."},
            "necessite": {"required": "Dites pourquoi plusieurs services doivent se parler."},
            "proportionnalite": {"required": "Dites ce qui garde ce suivi à la mesure des signes."},
            "subsidiarite": {"required": "Dites pourquoi un moyen plus léger ne suffit pas."},
            "mineur": {"required": "Dites si la personne est mineure, ou que vous ne le savez pas."},
        }

    def __init__(self, par, *args, information=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.information = information
        self.fields["mineur"].choices = Dossier._meta.get_field("mineur").choices
        if self.instance._state.adding:
            self.fields["pilote"].queryset = membres()
            self.fields["pilote"].empty_label = "Choisissez"
            self.initial.setdefault("pilote", par.pk)
            return
        self.dossier = self.instance
        del self.fields["pilote"]
        if self.instance.etat != EtatDossier.PROPOSE:
            for nom in ("signes", "necessite", "proportionnalite", "subsidiarite"):
                del self.fields[nom]
            self.lecteurs = {"interet_enfant": DU_DOSSIER}

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if propres.get("mineur") == "oui" and not propres.get("interet_enfant"):
            self.add_error(
                "interet_enfant", "Pour une personne mineure, dites ce que commande l’intérêt de l’enfant."
            )
        return propres

    def champs(self) -> dict:
        """Give what was typed; a new dossier gets the key that the guard wrote in the journal, if it asked something."""
        cle = {"id": self.instance.pk} if self.instance._state.adding else {}
        return cle | super().champs()


class FormulaireInformee(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, FormulaireVersionne):
    """Ask whether the person was told that the Cellule speaks of them (R24)."""

    lecteurs = {"pourquoi_pas_informee": DU_DOSSIER}

    class Meta:
        model = Dossier
        fields = ["informee", "informee_le", "pourquoi_pas_informee"]
        widgets = {
            "informee": forms.RadioSelect,
            "informee_le": Jour,
            "pourquoi_pas_informee": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {
            "informee": "La personne sait-elle que la Cellule parle d’elle ?",
            "informee_le": "Informée le",
            "pourquoi_pas_informee": "Sinon, pourquoi",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.dossier = self.instance

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if propres.get("informee") == Informee.OUI and not propres.get("informee_le"):
            self.add_error("informee_le", "Dites quand la personne a été informée.")
        if propres.get("informee") == Informee.NON and not propres.get("pourquoi_pas_informee"):
            self.add_error("pourquoi_pas_informee", "Dites pourquoi la personne n’est pas informée.")
        if propres.get("informee_le") and propres["informee_le"] > timezone.localdate():
            self.add_error("informee_le", "Ce jour n’est pas encore venu.")
        return propres


class FormulaireDActe(forms.Form):
    """Ask for an act on a dossier that needs no words."""

    def __init__(self, dossier, *args, **kwargs):
        self.dossier = dossier
        super().__init__(*args, **kwargs)


class FormulaireEcrit(FormulaireSansClassifie, FormulaireSansNom, FormulaireGarde, FormulaireDActe):
    """Ask for an act with words of one's own."""


class FormulaireMotif(FormulaireEcrit):
    champs_gardes = ("motif",)
    motif = forms.CharField(
        label="Pourquoi",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=OBSERVE,
        error_messages=MOTIF_MANQUE,
    )
    lecteurs = {"motif": DU_DOSSIER}


class FormulaireMot(FormulaireEcrit):
    champs_gardes = ("mot",)
    mot = forms.CharField(
        label="Ce que vous avez constaté",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"{OBSERVE} « Rien de nouveau » est une réponse.",
        error_messages={"required": "Dites ce que vous avez constaté, même rien de nouveau."},
    )
    lecteurs = {"mot": DU_DOSSIER}


def dans_trois_mois():
    return timezone.localdate() + relativedelta(months=3)


class FormulaireOuverture(FormulaireDActe):
    prochaine_revue = forms.DateField(
        label="Première revue, au plus tard le",
        widget=Jour,
        initial=dans_trois_mois,
        help_text="Dans six mois au plus : le suivi continue alors pour une raison écrite, ou s’arrête.",
        error_messages={"required": "Donnez le jour de la première revue."},
    )


class FormulaireConclusion(FormulaireEcrit):
    """Ask what a review concludes (R61)."""

    champs_gardes = ("motif",)
    conclusion = forms.ChoiceField(
        label="La revue conclut",
        choices=[(c.value, c.label) for c in D_UNE_REVUE],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez : poursuivre, ou aller vers la clôture."},
    )
    motif = forms.CharField(
        label="Pourquoi",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=OBSERVE,
        error_messages=MOTIF_MANQUE,
    )
    prochaine_revue = forms.DateField(
        label="Prochaine revue, au plus tard le",
        required=False,
        widget=Jour,
        initial=dans_trois_mois,
        help_text="Pour poursuivre : dans six mois au plus.",
    )
    lecteurs = {"motif": DU_DOSSIER}

    def clean(self):
        propres = super().clean() or self.cleaned_data
        poursuit = propres.get("conclusion") == Conclusion.PROLONGER
        if poursuit and not propres.get("prochaine_revue") and "prochaine_revue" not in self.errors:
            self.add_error("prochaine_revue", "Pour poursuivre, donnez le jour de la prochaine revue.")
        return propres


class FormulaireGel(FormulaireEcrit):
    champs_gardes = ("motif",)
    motif = forms.CharField(label="Pourquoi le garder", max_length=250, error_messages=MOTIF_MANQUE)
    jusqu_au = forms.DateField(
        label="Jusqu’au", widget=Jour, error_messages={"required": "Un gel a une fin : donnez un jour."}
    )
    lecteurs = {"motif": DU_DOSSIER}

    def clean_jusqu_au(self):
        jour = self.cleaned_data["jusqu_au"]
        if jour < timezone.localdate() + timedelta(days=1):
            raise ValidationError("Ce jour est déjà passé.")
        return jour
