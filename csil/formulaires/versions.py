"""The form that two people may have open on one record: the second one to save is told of the first, and loses nothing.

The form carries the version it was opened on. When the record has moved on since:
- what only the other person changed is taken over, and said;
- what both changed is shown with the other person's words, who wrote them and when; what was typed comes back;
- the form then carries the new version, so that saving again is a knowing choice.
"""

from dataclasses import dataclass
from itertools import pairwise

from django import forms
from simple_history.models import HistoricalRecords

from csil.historique import SANS_AUTEUR, en_mots
from csil.texte.typographie import date_heure

DISPUTE = (
    "Pendant que vous écriviez, {0.qui} a enregistré cette fiche ({0.quand}). Relisez les champs signalés, où ses mots "
    "sont rappelés, puis enregistrez de nouveau pour garder les vôtres."
)
REPRIS = " Le reste de ses changements est déjà repris ci-dessous : {}."


class FormulaireVersionne(forms.ModelForm):
    """Reconcile what was typed with what somebody else saved meanwhile, for a model that counts its versions (`Versionne`).

    The view hands it the record taken up by `csil.actes.reprendre`.
    """

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.repris: list[str] = []
        if self.is_bound:
            self.data = _lignes_simples(self.data)
        ouverte = self.data.get(self.add_prefix("version"), "") if self.is_bound else ""
        self.ouverte = int(ouverte) if ouverte.isdecimal() else -1
        # Did somebody save the record since this form was opened?
        self.depasse = self.is_bound and bool(self.instance.pk) and self.ouverte != self.instance.version

    def actualiser(self) -> None:
        """Carry the version as it is now: saving is from now on a choice made knowing it."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(self.instance.version)

    def champs(self) -> dict:
        """Give what an act of the record takes: the fields, without the version."""
        return {nom: valeur for nom, valeur in self.cleaned_data.items() if nom != "version"}

    def has_changed(self):
        return bool(set(self.changed_data) - {"version"})

    def clean(self):
        propres = super().clean() or self.cleaned_data
        if self.depasse:
            self.actualiser()
            self._reconcilier(_versions(self.instance, self.ouverte))
        return propres

    def save(self, commit=True):
        """Save what changed only: history tells changes."""
        return super().save(commit) if self.has_changed() or not self.instance.pk else self.instance

    def message_reprise(self) -> str:
        """Say what was taken over of somebody else's changes; empty when there were none."""
        if not self.repris:
            return ""
        entre_temps = "Quelqu’un d’autre a enregistré cette fiche entre-temps : ses changements sont gardés"
        return f"{entre_temps} ({self._champs_repris()})."

    def _champs_repris(self) -> str:
        return ", ".join(f"« {label} »" for label in self.repris)

    def _reconcilier(self, versions) -> None:
        alors, maintenant = versions[0].valeurs, versions[-1].valeurs
        disputes = []
        for nom in list(self.fields):
            if nom == "version" or nom not in maintenant or alors.get(nom) == maintenant[nom]:
                continue
            if not self._a_change(nom, alors.get(nom)):
                self._reprendre(nom, maintenant[nom])
            elif self._a_change(nom, maintenant[nom]):
                disputes.append(nom)
        self.__dict__.pop("changed_data", None)
        if disputes:
            autres = REPRIS.format(self._champs_repris()) if self.repris else ""
            self.add_error(None, DISPUTE.format(versions[-1]) + autres)
        for nom in disputes:
            self._signaler(nom, _derniere_retouche(versions, nom))

    def _a_change(self, nom, depart) -> bool:
        champ = self.fields[nom]
        tape = champ.widget.value_from_datadict(self.data, self.files, self.add_prefix(nom))
        return champ.has_changed(champ.prepare_value(depart), tape)

    def _reprendre(self, nom, valeur) -> None:
        """Take over what only the other person changed, in what is saved and in what is shown again."""
        champ, cle = self.fields[nom], self.add_prefix(nom)
        brute = champ.prepare_value(valeur)
        if brute is None or isinstance(brute, bool):
            texte = ["on"] if brute else []
        else:
            texte = champ.widget.format_value(brute)
        self.data.setlist(cle, texte if isinstance(texte, list) else [texte])
        self._errors.pop(nom, None)
        self.cleaned_data[nom] = champ.clean(champ.widget.value_from_datadict(self.data, self.files, cle))
        self.repris.append(str(champ.label))

    def _signaler(self, nom, version) -> None:
        leur = self._en_mots(nom)
        geste = f"a écrit ici « {leur} »" if leur else "a vidé ce champ"
        self.add_error(nom, f"Entre-temps, {version.qui} {geste} ({version.quand}).")

    def _en_mots(self, nom) -> str:
        """Give in words what stands in the record now."""
        champ = self.instance._meta.get_field(nom)
        valeur = getattr(self.instance, nom)
        if champ.many_to_many:
            return ", ".join(map(str, valeur.all()))
        if valeur in (None, "") or champ.is_relation:
            return str(valeur or "")
        return en_mots(champ, valeur)


def _lignes_simples(donnees):
    """Undo a browser's own way of ending lines: that is not a change of the text."""
    donnees = donnees.copy()
    for nom, valeurs in donnees.lists():
        donnees.setlist(nom, [valeur.replace("\r\n", "\n") for valeur in valeurs])
    return donnees


@dataclass(frozen=True)
class Version:
    """A version of the record: what it was worth, who saved it and when."""

    valeurs: dict
    qui: str
    quand: str


def _versions(objet, ouverte: int) -> list[Version]:
    """Read the versions from the one that the form was opened on to the last one, as the history tells them."""
    rangees = objet.history.exclude(history_type="-").select_related("history_user")
    if connue := rangees.filter(version=ouverte).exists():
        rangees = rangees.filter(version__gte=ouverte)
    # The last row of a version tells it whole
    par_version = {rangee.version: rangee for rangee in rangees.order_by("history_date", "history_id")}
    versions = [
        Version(_valeurs(rangee), str(rangee.history_user or SANS_AUTEUR), date_heure(rangee.history_date))
        for _, rangee in sorted(par_version.items())
    ]
    # Nothing is known of where this form began: every difference is then a dispute.
    return versions if connue else [Version({}, "", ""), *versions]


def _valeurs(rangee) -> dict:
    valeurs = {champ.name: getattr(rangee, champ.attname) for champ in rangee.tracked_fields}
    for liste in rangee._history_m2m_fields:
        historique = HistoricalRecords.m2m_models[liste]
        cible = f"{liste.m2m_reverse_field_name()}_id"
        valeurs[liste.name] = sorted(historique.objects.filter(history=rangee).values_list(cible, flat=True))
    return valeurs


def _derniere_retouche(versions, nom) -> Version:
    """Find the last version that changed this field."""
    for avant, apres in reversed(list(pairwise(versions))):
        if avant.valeurs.get(nom) != apres.valeurs[nom]:
            return apres
    return versions[-1]
