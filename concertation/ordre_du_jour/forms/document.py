"""Files beside an item: several at once, each verified, the refused ones named in a sentence."""

from django import forms
from django.core.exceptions import ValidationError

from csil.fichiers import GENRES, MO, FichierVerifie, verifier_fichier

AU_PLUS = 10
TAILLE_MAX = 10 * MO
ACCEPTES = ",".join(suffixe for genre in GENRES for suffixe in genre.suffixes)
AIDE = (
    "PDF, Word, Excel, PowerPoint, OpenDocument, image ou texte ; 10 Mo au plus par fichier. Ni leur nom ni leur contenu "
    "ne désigne une personne."
)
DE_NOUVEAU = "Choisissez de nouveau vos fichiers : le navigateur ne les garde pas."


class Fichiers(forms.FileInput):
    allow_multiple_selected = True


class ChampFichiers(forms.FileField):
    """Takes several files as a list of `FichierVerifie`, empty when none was chosen."""

    widget = Fichiers(attrs={"accept": ACCEPTES})

    def clean(self, data, initial=None) -> list[FichierVerifie]:
        donnees = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not donnees:
            raise ValidationError("Choisissez au moins un fichier.", code="required")
        if len(donnees) > AU_PLUS:
            raise ValidationError(f"{AU_PLUS} fichiers au plus. {DE_NOUVEAU}")
        verifies, refus = [], []
        for fichier in donnees:
            try:
                verifies.append(verifier_fichier(fichier, taille_max=TAILLE_MAX))
            except ValidationError as erreur:
                refus += erreur.messages
        if refus:
            raise ValidationError([*refus, DE_NOUVEAU])
        return verifies

    def has_changed(self, initial, data):
        return bool(data)


class FormulaireDocuments(forms.Form):
    documents = ChampFichiers(label="Documents à joindre", help_text=AIDE)
    lecteurs = {"documents": "Lus par les membres de la Concertation, avec le point."}

    def __init__(self, *args, deja=0, **kwargs):
        """Prepare the form; `deja`: how many documents the item has."""
        super().__init__(*args, **kwargs)
        self.deja = deja

    def clean_documents(self):
        documents = self.cleaned_data["documents"]
        if self.deja + len(documents) > AU_PLUS:
            raise ValidationError(
                f"Un point porte {AU_PLUS} documents au plus ; celui-ci en a déjà {self.deja}. {DE_NOUVEAU}"
            )
        return documents
