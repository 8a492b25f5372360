"""Forms of the processes: what they are for, their steps in one form, what is decided of a version."""

import re
import uuid
from datetime import datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.classification import FormulaireSansClassifie, InformationClassifiee, reperer
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from csil.historique import SANS_AUTEUR
from csil.typographie import date_heure
from informations_sensibles.models import EtapeProcessus, ProcessusCommunication, VersionProcessus

from .secteur import CELLULE, SECTEUR, Jour

ETAPES_AU_PLUS = 30
AUTRE = (
    "Pendant que vous écriviez, {} a enregistré une autre rédaction de ce brouillon ({}). La vôtre est ci-dessous : "
    "enregistrez de nouveau pour qu’elle remplace la sienne, ou abandonnez pour la lire."
)


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


class FormulaireNote(FormulaireSansClassifie, FormulaireGarde, FormulaireVersionne):
    """The version itself: what changes, and whether somebody saved it meanwhile."""

    lecteurs = {"note": SECTEUR}

    class Meta:
        model = VersionProcessus
        fields = ["note"]

    def clean(self):
        propres = super().clean()
        if self.depasse:
            derniere = self.instance.history.select_related("history_user").first()
            qui, quand = derniere.history_user or SANS_AUTEUR, date_heure(derniere.history_date)
            self.add_error(None, AUTRE.format(qui, quand))
        return propres


class FormulaireEtape(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    lecteurs = {"quoi": SECTEUR, "ne_pas_transmettre": SECTEUR}

    class Meta:
        model = EtapeProcessus
        fields = EtapeProcessus.CHAMPS
        widgets = {
            "quoi": forms.Textarea(attrs={"rows": 3}),
            "ne_pas_transmettre": forms.Textarea(attrs={"rows": 2}),
        }


class FormulaireEtapes:
    """All the steps of a draft, in the order of the page: each has a key, its prefix in the form.

    Moving, adding and taking out are buttons of the same form: they give the page back in the new order with all that
    was typed, and nothing is saved before « Enregistrer ».
    """

    CLE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

    def __init__(self, version, donnees=None):
        self.donnees = donnees
        self.note = FormulaireNote(donnees, instance=version)
        self.geste, _, self.cible = (donnees.get("geste", "") if donnees else "").partition(" ")
        self.etapes = {str(etape.pk): etape for etape in version.etapes.all()}
        self.version = version
        self.cles = self._cles()
        self.formulaires = [self._formulaire(cle) for cle in self.cles]

    def _cles(self) -> list[str]:
        if self.donnees is None:
            return list(self.etapes) or [str(uuid.uuid4())]
        cles = [cle for cle in dict.fromkeys(self.donnees.getlist("etape")) if self.CLE.fullmatch(cle)]
        return _deplacer(cles[:ETAPES_AU_PLUS], self.geste, self.cible)

    def _formulaire(self, cle):
        # A key that is no step of this draft names a new one, whose identifier is made here and not by the browser.
        instance = self.etapes.get(cle) or EtapeProcessus(version_processus=self.version)
        if self.geste:
            tape = {nom: self.donnees.get(f"{cle}-{nom}", "") for nom in EtapeProcessus.CHAMPS}
            _arreter(tape.values())
            return FormulaireEtape(instance=instance, prefix=cle, initial=tape)
        return FormulaireEtape(self.donnees, instance=instance, prefix=cle)

    @property
    def tous(self) -> list:
        """For the summary of errors; none while steps are only being moved."""
        return [] if self.geste else [self.note, *self.formulaires]

    def is_valid(self) -> bool:
        if self.geste:
            return False
        valides = [formulaire.is_valid() for formulaire in self.tous]
        if not self.formulaires:
            self.note.add_error(None, "Écrivez au moins une étape.")
        return all(valides) and bool(self.formulaires)

    def save(self, *, par) -> None:
        self.note.instance.enregistrer_etapes([f.instance for f in self.formulaires], par=par)


def _arreter(textes) -> None:
    """While steps are only being moved they are not validated, but what is classified is not given back either."""
    for mention in (mention for texte in textes for mention in reperer(texte)):
        if mention.bloque:
            raise InformationClassifiee(mention.regle)


def _deplacer(cles, geste, cible) -> list[str]:
    """The keys after the gesture: « ajouter », or « monter », « descendre », « retirer » one of them."""
    if geste == "ajouter" and len(cles) < ETAPES_AU_PLUS:
        return [*cles, str(uuid.uuid4())]
    if cible not in cles:
        return cles
    place = cles.index(cible)
    reste = [cle for cle in cles if cle != cible]
    if geste == "retirer":
        return reste
    vers = {"monter": max(place - 1, 0), "descendre": place + 1}.get(geste, place)
    return [*reste[:vers], cible, *reste[vers:]]


class FormulaireDecision(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    """Approve until a date, or send back with what has to change."""

    champs_gardes = ("pourquoi",)

    decision = forms.ChoiceField(
        choices=[("approuver", "Approuver"), ("renvoyer", "Renvoyer")], widget=forms.HiddenInput
    )
    jusqu_au = forms.DateField(
        label="À revoir avant le",
        required=False,
        widget=Jour,
        help_text="La version reste en vigueur après cette date, mais la Cellule est avertie.",
    )
    pourquoi = forms.CharField(
        label="Ce qui doit changer",
        required=False,
        max_length=500,
        help_text="Obligatoire pour renvoyer.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    lecteurs = {"pourquoi": CELLULE}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        revoir = timezone.localdate() + relativedelta(months=settings.CSIL_PROCESSUS_MOIS)
        self.fields["jusqu_au"].initial = revoir

    def clean_jusqu_au(self):
        jour = self.cleaned_data["jusqu_au"]
        if jour and jour <= timezone.localdate():
            raise ValidationError("Choisissez un jour à venir.")
        return jour and timezone.make_aware(datetime.combine(jour + timedelta(days=1), time.min))


class FormulaireRetrait(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    champs_gardes = ("pourquoi",)
    pourquoi = forms.CharField(
        label="Pourquoi",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites pourquoi le processus est retiré."},
    )
    lecteurs = {"pourquoi": SECTEUR}
