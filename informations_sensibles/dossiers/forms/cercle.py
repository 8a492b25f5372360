"""Who leads a dossier, who is let into its circle and who is kept away from it."""

from datetime import datetime, time, timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone

from informations_sensibles.commun.forms.champs import FormulaireVu, Jour
from informations_sensibles.commun.permissions import membres
from informations_sensibles.dossiers.forms.dossier import DU_DOSSIER, MOTIF_MANQUE, FormulaireEcrit
from informations_sensibles.dossiers.models.droit_dossier import Niveau


class FormulaireCercle(FormulaireEcrit):
    """Ask for one member of the Cellule, with a reason."""

    champs_gardes = ("motif",)
    personne = forms.ModelChoiceField(
        queryset=get_user_model().objects.none(),
        label="Qui",
        empty_label="Choisissez",
        help_text="Un membre de la Cellule, que rien ne tient à l’écart de ce dossier.",
        error_messages={"required": "Choisissez une personne."},
    )
    motif = forms.CharField(label="Pourquoi", max_length=250, error_messages=MOTIF_MANQUE)
    lecteurs = {"motif": DU_DOSSIER}

    def __init__(self, dossier, *args, **kwargs):
        super().__init__(dossier, *args, **kwargs)
        self.fields["personne"].queryset = self.possibles()

    def possibles(self):
        return membres().exclude(pk__in=[*self.dossier.tenus_a_l_ecart(), self.dossier.pilote_id])


class FormulaireInvitation(FormulaireCercle):
    niveau = forms.ChoiceField(
        label="Pour",
        choices=[(n.value, n.label) for n in (Niveau.LIRE, Niveau.CONTRIBUER)],
        widget=forms.RadioSelect,
        help_text="Contribuer permet d’ajouter au dossier, et de demander à voir une identité en disant pourquoi.",
        error_messages={"required": "Choisissez ce que cette personne peut faire."},
    )
    fin = forms.DateField(
        label="Dernier jour",
        required=False,
        widget=Jour,
        help_text="Sans date, jusqu’à ce que vous y mettiez fin. L’accès commence maintenant.",
    )
    field_order = ["personne", "niveau", "motif", "fin"]

    def clean_fin(self):
        """Let it hold through that day."""
        jour = self.cleaned_data["fin"]
        if jour and jour < timezone.localdate():
            raise ValidationError("Ce jour est déjà passé.")
        return jour and timezone.make_aware(datetime.combine(jour + timedelta(days=1), time.min))


class FormulaireConfierDossier(FormulaireVu, FormulaireCercle):
    """Ask to whom it is handed over; of two people at once, the second is told to whom it went."""

    lecteurs = {"motif": DU_DOSSIER}

    def __init__(self, dossier, *args, **kwargs):
        dit = f"{dossier.pilote} le pilote maintenant"
        super().__init__(dossier, *args, etat=str(dossier.pilote_id), dit=dit, **kwargs)
        self.fields["personne"].label = "À qui"

    def champs(self) -> dict:
        propres = dict(self.cleaned_data)
        return {"pilote": propres.pop("personne"), **propres}


class FormulaireSortie(FormulaireEcrit):
    """Ask why somebody is taken out of the circle."""

    champs_gardes = ("motif",)
    motif = forms.CharField(label="Pourquoi", max_length=250, error_messages=MOTIF_MANQUE)
    lecteurs = {"motif": DU_DOSSIER}


class FormulaireEcart(FormulaireCercle):
    """Ask who is kept away for a conflict of interest, and why."""

    lecteurs = {
        "motif": "Lu par le Bourgmestre, le Chef de Corps et le Référent qui lisent ce dossier, sauf la personne concernée."
    }

    def possibles(self):
        """Offer its pilote too: the act then says to hand it over first."""
        return membres().exclude(pk__in=self.dossier.tenus_a_l_ecart())
