"""Forms of the processes: what they are for, their steps, what is decided of a version."""

from datetime import datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.classification import FormulaireSansClassifie
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from informations_sensibles.commun.forms.champs import Jour
from informations_sensibles.commun.versions import forms as versions
from informations_sensibles.secteurs.forms.secteur import SECTEUR
from informations_sensibles.secteurs.models.etape import EtapeProcessus
from informations_sensibles.secteurs.models.processus import ProcessusCommunication
from informations_sensibles.secteurs.models.version_processus import VersionProcessus


class FormulaireProcessus(FormulaireSansClassifie, FormulaireGarde, FormulaireVersionne):
    lecteurs = {"but": SECTEUR}

    class Meta:
        model = ProcessusCommunication
        fields = ["titre", "but"]
        widgets = {"but": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"but": "Dans quels cas le suivre, et ce qu’il évite."}

    def _get_validation_exclusions(self):
        """Which sector it is counts when titles must differ, though nobody types it."""
        return super()._get_validation_exclusions() - {"secteur"}


class FormulaireNote(versions.FormulaireNote):
    lecteurs = {"note": SECTEUR}

    class Meta:
        model = VersionProcessus
        fields = ["note"]


class FormulaireEtape(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    lecteurs = {"quoi": SECTEUR, "ne_pas_transmettre": SECTEUR}

    class Meta:
        model = EtapeProcessus
        fields = EtapeProcessus.CHAMPS
        widgets = {
            "quoi": forms.Textarea(attrs={"rows": 3}),
            "ne_pas_transmettre": forms.Textarea(attrs={"rows": 2}),
        }


class FormulaireEtapes(versions.FormulaireEtapes):
    NOTE = FormulaireNote
    ETAPE = FormulaireEtape


class FormulaireDecision(versions.FormulaireDecision):
    """Approve until a date, or send back with what has to change."""

    jusqu_au = forms.DateField(
        label="À revoir avant le",
        required=False,
        widget=Jour,
        help_text="La version reste en vigueur après cette date, mais la Cellule est avertie.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        revoir = timezone.localdate() + relativedelta(months=settings.CSIL_PROCESSUS_MOIS)
        self.fields["jusqu_au"].initial = revoir

    def clean_jusqu_au(self):
        jour = self.cleaned_data["jusqu_au"]
        if jour and jour <= timezone.localdate():
            raise ValidationError("Choisissez un jour à venir.")
        return jour and timezone.make_aware(datetime.combine(jour + timedelta(days=1), time.min))


class FormulaireRetrait(versions.FormulaireRetrait):
    lecteurs = {"pourquoi": SECTEUR}
