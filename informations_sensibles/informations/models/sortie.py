"""The three ways out of an information, and why it may not take one now."""

from django.db import models

from csil.texte.typographie import date_longue
from informations_sensibles.commun.vocabulaire import SourceInformation


class Sortie(models.TextChoices):
    TRANSMISSION = "transmission", "Transmission au contact TFL"
    AGENDA = "agenda", "Ordre du jour de la Cellule"
    CERCLE = "cercle", "Cercle du dossier"


# Third parties: what they gave goes nowhere without their word (R37); for the others, when the code says so.
TIERS = (SourceInformation.SURETE, SourceInformation.AUTRE)
CODES_A_CONSENTIR = ("H1", "H2")
# The step that sends it on is itself the way out: what comes before it is enough.
INFORMER_TFL = "informer_tfl"


class ASorties:
    """What `Information` answers to whoever wants to take it further. Reads its steps, answers and embargos once."""

    def obstacles(self, sortie) -> list[str]:
        """Why it may not go out there now, a sentence each; none: it may."""
        sortie = Sortie(sortie)
        refus = [
            self._pas_validee(),
            self._pas_finie(sortie),
            self._pas_permise(sortie),
            self._pas_consentie(sortie),
            self._sous_embargo(),
        ]
        return [phrase for phrase in refus if phrase]

    @property
    def sorties(self) -> list[tuple[Sortie, list[str]]]:
        return [(sortie, self.obstacles(sortie)) for sortie in Sortie]

    @property
    def attend_un_consentement(self) -> bool:
        """Must the service that gave it be asked before it goes anywhere? Of itself, or by its code."""
        return self.source in TIERS or self.code_traitement in CODES_A_CONSENTIR

    @property
    def consentement(self):
        """The last answer of the service that gave it, or None."""
        return next(iter(self.consentements.all()), None)

    @property
    def embargo(self):
        """In force, for who may know of it; or None."""
        return next((e for e in self.embargos.all() if e.leve_le is None), None)

    def _pas_validee(self):
        return {
            "sans_circuit": "Aucun circuit n’existe pour ce genre et cette source : elle attend.",
            "a_valider": "Elle n’est pas encore validée.",
            "ecartee": "Elle a été écartée.",
        }.get(self.etat, "")

    def _pas_finie(self, sortie):
        if self.etat != "validee" or self.termine_le:
            return ""
        courante = self.etape_courante
        if sortie == Sortie.TRANSMISSION and courante and courante.acte == INFORMER_TFL:
            return ""
        reste = f", à l’étape « {courante.nom} »" if courante else ""
        return f"Son circuit n’est pas terminé{reste}."

    def _pas_permise(self, sortie):
        version = self.version_circuit
        if version is None or getattr(version, f"permet_{sortie.value}"):
            return ""
        return (
            f"Son circuit ({version.circuit}, {version}) ne permet pas cette sortie : {sortie.label.lower()}."
        )

    def _pas_consentie(self, sortie):
        if not self.attend_un_consentement:
            return ""
        reponse = self.consentement
        if reponse is None:
            return f"{self.originateur} n’a pas donné son accord : personne ne l’a encore consigné."
        if not reponse.accorde:
            return f"{self.originateur} a refusé ({date_longue(reponse.le)})."
        return "" if reponse.permet(sortie) else f"L’accord de {self.originateur} ne va pas jusque-là."

    def _sous_embargo(self):
        embargo = self.embargo
        return f"Elle est sous embargo jusqu’au {date_longue(embargo.jusqu_au)}." if embargo else ""
