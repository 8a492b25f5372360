"""The form's side of the guard: what was found is said, asked about once per passage, and nothing typed is lost."""

from dataclasses import dataclass
from hashlib import sha256

from simple_history.models import HistoricalRecords

from csil.garde.champs import REFUS, ChampGarde
from csil.garde.reperes import Repere, en_mots, reperer
from csil.garde.repertoire import sans_les_connus
from csil.journal import Verbe, consigner

QUESTION = (
    "Ceci ressemble à {}. Retirez ce qui désigne une personne ; si ce n’en est pas une, cochez sa case sous ce champ, "
    "puis enregistrez de nouveau."
)


@dataclass(frozen=True)
class Passage:
    """A passage of one field that may point at a person. `nom`: of its box in the form."""

    nom: str
    repere: Repere
    confirme: bool


class FormulaireGarde:
    """Ask about what may point at a person in a form's texts; first among its bases: `class F(FormulaireGarde, FormulaireVersionne)`.

    Guarded: the fields of `Meta.model` that are `ChampGarde`, and those that `champs_gardes` names. Confirming is a
    box under the field; what was confirmed, or already stands in the record, is not asked again.
    """

    champs_gardes: tuple[str, ...] = ()
    sans_personne = True  # the form says so: composants/sans_personne.html

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._passages: dict[str, list[Passage]] = {}

    def noms_gardes(self) -> list[str]:
        """List the names of the guarded fields that this form shows."""
        modele = getattr(getattr(self, "_meta", None), "model", None)
        du_modele = (
            {champ.name for champ in modele._meta.fields if isinstance(champ, ChampGarde)}
            if modele
            else set()
        )
        return [nom for nom in self.fields if nom in du_modele or nom in self.champs_gardes]

    def passages_de(self, nom: str) -> list[Passage]:
        """Give what the component shows under the field: passages to confirm, and confirmed."""
        return self._passages.get(nom, [])

    def full_clean(self):
        self._passages = {}
        super().full_clean()
        if self.is_bound and not self._errors:
            self._consigner()

    def clean(self):
        propres = super().clean()
        self._garder()
        return propres

    def _garder(self):
        trouves = [
            (nom, repere)
            for nom in self.noms_gardes()
            if nom in self.changed_data
            for repere in self._nouveaux(nom)
        ]
        restants = set(sans_les_connus([repere for _, repere in trouves]))
        for nom in dict.fromkeys(nom for nom, _ in trouves):
            reperes = [repere for autre, repere in trouves if autre == nom and repere in restants]
            graves = [repere for repere in reperes if repere.bloque]
            self._passages[nom] = self._a_confirmer(nom, [repere for repere in reperes if not repere.bloque])
            demandes = [passage.repere for passage in self._passages[nom] if not passage.confirme]
            if graves:
                self.add_error(nom, REFUS.format(en_mots(graves)))
            if demandes:
                self.add_error(nom, QUESTION.format(en_mots(demandes)))

    def _nouveaux(self, nom) -> list[Repere]:
        """Keep what does not stand in the record already, confirmed when it came in; a national number is never at home."""
        lire = self._lecture(nom)
        anciens = {(repere.genre, repere.valeur) for repere in reperer(lire(self.initial.get(nom)))}
        # A field that something else is wrong with is read as it was typed: its boxes stay ticked
        ecrit = self.cleaned_data[nom] if nom in self.cleaned_data else self[nom].value()
        trouves = reperer(lire(ecrit))
        return [r for r in trouves if r.bloque or (r.genre, r.valeur) not in anciens]

    def _lecture(self, nom):
        modele = getattr(getattr(self, "_meta", None), "model", None)
        champs = {champ.name: champ for champ in modele._meta.fields} if modele else {}
        champ = champs.get(nom)
        return champ.texte_lu if isinstance(champ, ChampGarde) else lambda valeur: str(valeur or "")

    def _a_confirmer(self, nom, reperes) -> list[Passage]:
        passages = {}
        for repere in reperes:
            empreinte = sha256(f"{nom} {repere.genre} {repere.valeur}".encode()).hexdigest()[:16]
            case = self.add_prefix(f"garde-{empreinte}")
            passages.setdefault(case, Passage(case, repere, case in self.data))
        return list(passages.values())

    def _consigner(self):
        """Leave the kind of passage and the field of a false alarm in the journal, never the text."""
        objet = getattr(self, "instance", None)
        for nom, passages in self._passages.items():
            for genre in dict.fromkeys(passage.repere.genre for passage in passages if passage.confirme):
                consigner(
                    "garde.fausse_alerte",
                    objet if objet is not None and objet.pk else None,
                    par=self.auteur(),
                    verbe=Verbe.MODIFICATION,
                    motif=f"{self._ou(nom)} : {genre.value}",
                )

    def auteur(self):
        """Give the person in whose name the journal is written: the account of the request, None for a visitor."""
        personne = getattr(getattr(HistoricalRecords.context, "request", None), "user", None)
        return personne if personne is not None and personne.is_authenticated else None

    def _ou(self, nom) -> str:
        modele = getattr(getattr(self, "_meta", None), "model", None)
        return f"{modele._meta.label_lower if modele else type(self).__name__}.{nom}"
