"""Forms of what lives in versions: its steps in one form, what is decided of a version."""

import re
import uuid

from django import forms

from csil.classification import FormulaireSansClassifie, InformationClassifiee, reperer
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from csil.historique import SANS_AUTEUR
from csil.texte.typographie import date_heure
from informations_sensibles.commun.forms.champs import CELLULE

ETAPES_AU_PLUS = 30
AUTRE = (
    "Pendant que vous écriviez, {} a enregistré une autre rédaction de ce brouillon ({}). La vôtre est ci-dessous : "
    "enregistrez de nouveau pour qu’elle remplace la sienne, ou abandonnez pour la lire."
)


class FormulaireNote(FormulaireSansClassifie, FormulaireGarde, FormulaireVersionne):
    """Take what changes in the version, and tell whether somebody saved it meanwhile."""

    def clean(self):
        propres = super().clean()
        if self.depasse:
            derniere = self.instance.history.select_related("history_user").first()
            qui, quand = derniere.history_user or SANS_AUTEUR, date_heure(derniere.history_date)
            self.add_error(None, AUTRE.format(qui, quand))
        return propres


class FormulaireEtapes:
    """Take all the steps of a draft, in the order of the page: each has a key, its prefix in the form.

    Moving, adding and taking out are buttons of the same form: they give the page back in the new order with all that
    was typed, and nothing is saved before « Enregistrer ».
    """

    NOTE: type[FormulaireNote]
    ETAPE: type[forms.ModelForm]
    CLE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

    def __init__(self, version, donnees=None):
        self.donnees = donnees
        self.note = self.NOTE(donnees, instance=version)
        self.geste, _, self.cible = (donnees.get("geste", "") if donnees else "").partition(" ")
        self.etapes = {str(etape.pk): etape for etape in version.etapes.all()}
        self.version = version
        self.cles = self._cles()
        self.formulaires = [self._formulaire(cle) for cle in self.cles]
        for rang, formulaire in enumerate(self.formulaires, 1):
            formulaire.lieu = f"Étape {rang}"

    def _cles(self) -> list[str]:
        if self.donnees is None:
            return list(self.etapes) or [str(uuid.uuid4())]
        cles = [cle for cle in dict.fromkeys(self.donnees.getlist("etape")) if self.CLE.fullmatch(cle)]
        return _deplacer(cles[:ETAPES_AU_PLUS], self.geste, self.cible)

    def _formulaire(self, cle):
        # A key that is no step of this draft names a new one, whose identifier is made here and not by the browser.
        instance = self.etapes.get(cle) or self._nouvelle()
        if self.geste:
            tape = {nom: self.donnees.get(f"{cle}-{nom}", "") for nom in self.modele.CHAMPS}
            _arreter(tape.values())
            return self.ETAPE(instance=instance, prefix=cle, initial=tape)
        return self.ETAPE(self.donnees, instance=instance, prefix=cle)

    @property
    def modele(self):
        return self.ETAPE._meta.model

    def _nouvelle(self):
        return self.modele(**{self.modele.VERSION: self.version})

    @property
    def tous(self) -> list:
        """List every form of the page, for the summary of errors; none while steps are only being moved."""
        return [] if self.geste else [self.note, *self.formulaires]

    def is_valid(self) -> bool:
        if self.geste:
            return False
        valides = [formulaire.is_valid() for formulaire in self.tous]
        if not self.formulaires:
            self.note.add_error(None, "Écrivez au moins une étape.")
        return all(valides) and bool(self.formulaires)

    def champs(self) -> dict:
        """What was typed, for the act `ecrire_etapes`."""
        return {"etapes": [formulaire.instance for formulaire in self.formulaires], **self.note.champs()}

    @property
    def fields(self):
        return self.note.fields

    def add_error(self, champ, erreur) -> None:
        """Say above the form what the act refused."""
        self.note.add_error(champ, erreur)


def _arreter(textes) -> None:
    """Refuse what is classified, even while steps are only being moved and nothing else is validated."""
    for mention in (mention for texte in textes for mention in reperer(texte)):
        if mention.bloque:
            raise InformationClassifiee(mention.regle)


def _deplacer(cles, geste, cible) -> list[str]:
    """Give the keys as they are after the gesture: « ajouter », or « monter », « descendre », « retirer » one of them."""
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
    """Approve, or send back with what has to change."""

    champs_gardes = ("pourquoi",)

    decision = forms.ChoiceField(
        choices=[("approuver", "Approuver"), ("renvoyer", "Renvoyer")], widget=forms.HiddenInput
    )
    pourquoi = forms.CharField(
        label="Ce qui doit changer",
        required=False,
        max_length=500,
        help_text="Obligatoire pour renvoyer.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    lecteurs = {"pourquoi": CELLULE}

    @property
    def approuve(self) -> bool:
        return self.cleaned_data["decision"] == "approuver"

    def champs(self) -> dict:
        """What was typed, for the act `renvoyer`, or for the one that approves."""
        dits = {nom: valeur for nom, valeur in self.cleaned_data.items() if nom != "decision"}
        pourquoi = dits.pop("pourquoi")
        return dits if self.approuve else {"pourquoi": pourquoi}


class FormulaireRetrait(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    """Take out of force what is, and say why."""

    champs_gardes = ("pourquoi",)
    pourquoi = forms.CharField(
        label="Pourquoi",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites pourquoi."},
    )
    lecteurs = {"pourquoi": CELLULE}
