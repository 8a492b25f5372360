"""The forms of a meeting: its fields, and what its acts ask for."""

from datetime import datetime, time, timedelta

from django import forms
from django.core.validators import URLValidator
from django.utils import timezone

from concertation.commun.groupes import membres
from concertation.reunions.models import Etat, Reunion
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from csil.texte.typographie import date_heure
from csil.texte.typographie import heure as en_heure
from partenaires.annuaire.forms import Jour

LECTEURS = "Lu par les membres de la Concertation et par les personnes invitées."
HTTPS = "Donnez une adresse complète, qui commence par https://."
DELAI = timedelta(days=7)


class Heure(forms.TimeInput):
    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M", attrs={"class": "saisie--heure"})


class LienSecurise(forms.URLField):
    """Takes an https address only: whoever joins a meeting is asked nothing in clear."""

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", error_messages={"invalid": HTTPS}, **kwargs)
        autres = [validateur for validateur in self.validators if not isinstance(validateur, URLValidator)]
        self.validators = [*autres, URLValidator(schemes=["https"])]


class FormulaireReunion(FormulaireGarde, FormulaireVersionne):
    """Asks for day and hours as people say them; `debut`, `fin` and `limite_propositions` are put together here.

    `delai`: how long before the meeting proposals close, when nobody says.
    """

    lecteurs = {"titre": LECTEURS, "lieu": LECTEURS, "lien_visio": LECTEURS}

    jour = forms.DateField(label="Jour", widget=Jour)
    heure_debut = forms.TimeField(label="Début", widget=Heure)
    heure_fin = forms.TimeField(label="Fin", widget=Heure)
    lien_visio = LienSecurise(
        label="Lien de visioconférence", required=False, max_length=200, help_text="Une adresse https://…"
    )
    limite_jour = forms.DateField(label="Propositions jusqu’au", required=False, widget=Jour)
    limite_heure = forms.TimeField(label="À", required=False, widget=Heure)

    field_order = [
        "titre",
        "jour",
        "heure_debut",
        "heure_fin",
        "lieu",
        "lien_visio",
        "president",
        "secretaire",
        "limite_jour",
        "limite_heure",
    ]

    class Meta:
        model = Reunion
        fields = ["titre", "lieu", "lien_visio", "president", "secretaire"]

    def __init__(self, *args, delai=DELAI, **kwargs):
        super().__init__(*args, **kwargs)
        self.delai = delai
        if self.instance.pk:
            moments = separer({nom: getattr(self.instance, nom) for nom in MOMENTS})
            self.initial = moments | self.initial
            self.delai = self.instance.debut - self.instance.limite_propositions
        jours = self.delai.days
        self.fields["limite_jour"].help_text = (
            f"Vide : {jours} jour{'s' * (jours > 1)} avant la réunion."
            if jours
            else "Vide : jusqu’au début de la réunion."
        )
        for nom in ("president", "secretaire"):
            self.fields[nom].queryset = membres()
            self.fields[nom].empty_label = "Personne encore"

    def clean(self):
        propres = super().clean()
        if {"jour", "heure_debut", "heure_fin"} <= propres.keys():
            self._situer(propres)
        return propres

    def champs(self) -> dict:
        """Give what the record is made of."""
        moments = {nom: getattr(self.instance, nom) for nom in MOMENTS}
        return {nom: self.cleaned_data[nom] for nom in self._meta.fields} | moments

    def _situer(self, propres):
        debut, fin = (_moment(propres["jour"], propres[nom]) for nom in ("heure_debut", "heure_fin"))
        if fin <= debut:
            self.add_error(
                "heure_fin",
                f"La réunion finirait à {en_heure(fin)}, avant d’avoir commencé à {en_heure(debut)}.",
            )
        if self.instance.etat == Etat.CONVOQUEE and debut <= timezone.now():
            self.add_error("jour", "Ce moment est passé : on ne convoque que pour une date à venir.")
        limite = self._limite(propres, debut)
        if not self.errors:
            self.instance.debut, self.instance.fin, self.instance.limite_propositions = debut, fin, limite

    def _limite(self, propres, debut):
        jour, heure = propres.get("limite_jour"), propres.get("limite_heure")
        if heure and not jour:
            self.add_error("limite_jour", "Donnez aussi le jour, ou laissez les deux vides.")
        if not jour:
            return max(debut - self.delai, min(timezone.now(), debut))
        limite = _moment(jour, heure or min(time(23, 59), _heure_du_jour(jour, debut)))
        if limite > debut:
            self.add_error(
                "limite_jour",
                f"Les propositions se ferment au plus tard au début de la réunion, {date_heure(debut)}.",
            )
        return limite

    # Two people on one record: history keeps moments, the form shows days and hours.

    def _reconcilier(self, versions):
        for version in versions:
            version.valeurs.update(separer(version.valeurs))
        super()._reconcilier(versions)

    def _en_mots(self, nom):
        moments = separer({champ: getattr(self.instance, champ) for champ in MOMENTS})
        if nom not in moments:
            return super()._en_mots(nom)
        champ = self.fields[nom]
        return champ.widget.format_value(moments[nom]) or ""


MOMENTS = ("debut", "fin", "limite_propositions")


def separer(valeurs: dict) -> dict:
    """Say the moments of a record as the day and the hours of the form."""
    if not all(valeurs.get(nom) for nom in MOMENTS):
        return {}
    debut, fin, limite = (timezone.localtime(valeurs[nom]) for nom in MOMENTS)
    return {
        "jour": timezone.localdate(debut),
        "heure_debut": _a_la_minute(debut),
        "heure_fin": _a_la_minute(fin),
        "limite_jour": timezone.localdate(limite),
        "limite_heure": _a_la_minute(limite),
    }


def _a_la_minute(moment) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _moment(jour, heure) -> datetime:
    return timezone.make_aware(datetime.combine(jour, heure))


def _heure_du_jour(jour, debut) -> time:
    """Give the latest hour of that day; on the day of the meeting itself, not after it began."""
    return timezone.localtime(debut).time() if timezone.localdate(debut) == jour else time.max


class FormulaireMotif(FormulaireGarde, forms.Form):
    """Asks why a meeting is postponed or cancelled."""

    lecteurs = {"motif": "Lu par les membres de la Concertation et par toutes les personnes invitées."}
    champs_gardes = ("motif",)

    motif = forms.CharField(label="Motif", max_length=600, widget=forms.Textarea(attrs={"rows": 3}))


class FormulaireNouvelleDate(forms.Form):
    """Asks when a postponed meeting will take place; it keeps its length."""

    jour = forms.DateField(label="Nouveau jour", widget=Jour)
    heure = forms.TimeField(label="Début", widget=Heure)

    def clean(self):
        propres = super().clean()
        if {"jour", "heure"} <= propres.keys():
            propres["debut"] = _moment(propres["jour"], propres["heure"])
            if propres["debut"] <= timezone.now():
                self.add_error("jour", "Ce moment est passé : la nouvelle date doit être à venir.")
        return propres

    def champs(self) -> dict:
        """Give the new beginning."""
        return {"debut": self.cleaned_data["debut"]}
