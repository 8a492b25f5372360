"""Forms of the table of circuits: the pair, the steps of a version and what is allowed at their end."""

from django import forms

from csil.classification import FormulaireSansClassifie
from csil.garde import FormulaireGarde
from informations_sensibles.circuits.models.circuit import Circuit
from informations_sensibles.circuits.models.etape_circuit import Acte, EtapeCircuit, Role, fautes, validateurs
from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.commun.forms.champs import CELLULE
from informations_sensibles.commun.versions import forms as versions

CHOISIR = [("", "Choisissez")]


class FormulaireCircuit(forms.ModelForm):
    """Choose which kind, from which source; nothing can be written freely."""

    class Meta:
        model = Circuit
        fields = ["genre", "source"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for champ in self.fields.values():
            champ.choices = CHOISIR + champ.choices[1:]


class FormulaireNote(versions.FormulaireNote):
    lecteurs = {"note": CELLULE}

    class Meta:
        model = VersionCircuit
        fields = ["note", *VersionCircuit.PERMIS]


class FormulaireEtape(FormulaireSansClassifie, FormulaireGarde, forms.ModelForm):
    lecteurs = {"consigne": CELLULE}

    class Meta:
        model = EtapeCircuit
        fields = EtapeCircuit.CHAMPS
        error_messages = {
            "acte": {"required": "Dites ce qui est fait."},
            "role": {"required": "Dites qui le fait."},
            "delai_jours": {"required": "Dites en combien de jours."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["acte"].choices = [*CHOISIR, *Acte.choices]
        self.fields["role"].choices = [*CHOISIR, *Role.choices]


class FormulaireEtapes(versions.FormulaireEtapes):
    NOTE = FormulaireNote
    ETAPE = FormulaireEtape

    def _formulaire(self, cle):
        formulaire = super()._formulaire(cle)
        if self.donnees is None and not self.etapes:  # a first draft begins as every circuit does
            formulaire.initial |= {"acte": Acte.VALIDER, "role": validateurs(self.version.circuit.source)[0]}
        return formulaire

    def is_valid(self) -> bool:
        """Check the order too, and say what does not hold beside the field of the step that it is about."""
        if not super().is_valid():
            return False
        trouvees = fautes(self.version.circuit.source, [f.instance for f in self.formulaires])
        for faute in trouvees:
            self.formulaires[faute.rang - 1].add_error(
                faute.champ, faute.phrase[:1].upper() + faute.phrase[1:]
            )
        return not trouvees
