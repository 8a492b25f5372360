"""The form that reports. It has no field for a person, and none for an emergency."""

from django import forms
from django.core.exceptions import ValidationError

from csil.classification import FormulaireSansClassifie
from csil.garde import FormulaireGarde
from informations_sensibles.commun.forms.champs import CELLULE, Moment, avec_aide
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.commun.vocabulaire import Nature, Tlp, tlp
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signalements.models.signalement import SignalementContextuel

DU_SECTEUR = "Lu par les membres de la Cellule, et par vous. Pas par vos collègues du secteur."

NATURES = {
    Nature.FAIT: "Vous l’avez vu ou entendu vous-même.",
    Nature.PROPOS: "Quelqu’un vous l’a dit.",
    Nature.APPRECIATION: "C’est votre impression, ou celle de votre équipe.",
}

CIRCULATION = {
    Tlp.RED: "Les membres de la Cellule qui le lisent, personne d’autre.",
    Tlp.AMBER_STRICT: "La Cellule, et rien au-delà d’elle.",
    Tlp.AMBER: "La Cellule, et les services qu’elle doit prévenir pour agir.",
    Tlp.GREEN: "Les partenaires de la Concertation, comme thème.",
    Tlp.CLEAR: "Tout le monde : rien n’y est réservé.",
}


class FormulaireSignalement(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    """Take a report: a sector's contact point has its own sector, and one sentence instead of the question of the marking."""

    class Meta:
        model = SignalementContextuel
        fields = ["marquage_origine", "secteur", "quoi", "quartier", "lieu", "observe_le", "nature", "tlp"]
        widgets = {
            "quoi": forms.Textarea(attrs={"rows": 6}),
            "observe_le": Moment,
            "nature": forms.RadioSelect,
            "tlp": forms.RadioSelect,
        }
        help_texts = {
            "quoi": "Ce qui s’est passé, combien de fois, ce qui inquiète. Jamais qui : ni nom, ni portrait, ni plaque.",
            "observe_le": "Même à peu près.",
        }
        labels = {
            "observe_le": "Quand",
            "nature": "De quoi s’agit-il ?",
            "tlp": "Jusqu’où cela peut-il circuler ?",
        }
        error_messages = {
            "quoi": {"required": "Dites ce qui a été vu ou entendu."},
            "observe_le": {
                "required": "Dites quand, même à peu près.",
                "invalid": "Donnez un jour et une heure.",
            },
            "nature": {"required": "Dites si c’est un fait, un propos ou une appréciation."},
            "secteur": {"required": "Choisissez le secteur."},
        }

    def __init__(self, par, *args, **kwargs):
        membre = est_de_la_cellule(par)
        super().__init__(*args, demander_marquage=membre, **kwargs)
        self.lecteurs = dict.fromkeys(("quoi", "lieu"), CELLULE if membre else DU_SECTEUR)
        self.secteurs = Secteur.objects.nommables_par(par)
        self.seul = None if membre or len(self.secteurs) != 1 else self.secteurs[0]
        if self.seul:
            del self.fields["secteur"]
        else:
            self.fields["secteur"].queryset = self.secteurs
            self.fields["secteur"].empty_label = "Choisissez"
        self.fields["quartier"].empty_label = "Je ne sais pas"
        self.fields["nature"].choices = [(n.value, avec_aide(n.label, aide)) for n, aide in NATURES.items()]
        self.fields["tlp"].choices = [(t.value, avec_aide(tlp(t), aide)) for t, aide in CIRCULATION.items()]

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if self.seul:
            propres["secteur"] = self.seul
        if not {"quartier", "lieu"} & self.errors.keys() and not (
            propres.get("quartier") or propres.get("lieu")
        ):
            raise ValidationError({"lieu": "Dites où : un quartier, une ligne, un arrêt ou un service."})
        return propres
