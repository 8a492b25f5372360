"""The form's side: every form of the Cellule has this mixin first."""

from django import forms
from django.contrib import messages
from simple_history.models import HistoricalRecords

from csil.classification.arret import InformationClassifiee
from csil.classification.champs import ChampMarquageFormulaire, marquages_admis
from csil.classification.reperes import Mention, reperer

AVERTISSEMENT = (
    "C’est enregistré, avec le mot « {} ». S’il vient du marquage d’une pièce, prévenez tout de suite l’officier de "
    "sécurité de la zone de police."
)


class FormulaireSansClassifie:
    """Stop a form in which something classified is sent; first among its bases: `class F(FormulaireSansClassifie, FormulaireGarde, FormulaireVersionne)`.

    Raises InformationClassifiee while it is validated: a marking declared, or found in a text or in a file name.
    `demander_marquage=False`: for a sector's contact point, who is told by one sentence instead of asked.
    """

    def __init__(self, *args, demander_marquage=True, **kwargs):
        super().__init__(*args, **kwargs)
        marquages = [nom for nom, champ in self.fields.items() if isinstance(champ, ChampMarquageFormulaire)]
        for nom in marquages:
            if not demander_marquage:
                del self.fields[nom]
            elif not getattr(self, "instance", None) or self.instance._state.adding:
                self.initial.pop(nom, None)  # the model's default is not the person's answer
        self.marquage = marquages[0] if marquages and demander_marquage else ""

    def full_clean(self):
        if self.is_bound:
            self._arreter()
        super().full_clean()
        if self.is_bound and not self._errors:
            self._avertir()

    def _arreter(self):
        """Judge what was sent before any of it is looked at otherwise."""
        envoye = self._brut(self.marquage) if self.marquage else ""
        if envoye and envoye not in marquages_admis():
            raise InformationClassifiee("marquage.declare")
        for mention in self._mentions():
            if mention.bloque:
                raise InformationClassifiee(mention.regle)

    def _mentions(self) -> list[Mention]:
        trouvees = []
        for nom, champ in self.fields.items():
            if isinstance(champ, forms.FileField):
                for fichier in self._fichiers(nom):
                    trouvees += reperer(fichier.name, fichier=True)
            elif isinstance(self._brut(nom), str) and nom != self.marquage:
                trouvees += reperer(self._brut(nom))
        return trouvees

    def _brut(self, nom):
        return self.fields[nom].widget.value_from_datadict(self.data, self.files, self.add_prefix(nom))

    def _fichiers(self, nom) -> list:
        envoyes = self._brut(nom)
        return [f for f in (envoyes if isinstance(envoyes, list) else [envoyes]) if hasattr(f, "name")]

    def _avertir(self):
        """Let ordinary use through, after telling once whoever typed it (R29)."""
        requete = getattr(HistoricalRecords.context, "request", None)
        mots = list(dict.fromkeys(mention.mot for mention in self._mentions()))
        if mots and hasattr(requete, "_messages"):
            messages.warning(requete, AVERTISSEMENT.format(" », « ".join(mots)))
