"""The acts at the top of a meeting's page: those possible now, the next step first; and what is missing before it."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from concertation.reunions.etats import Etat
from concertation.reunions.manques import Manque
from concertation.reunions.models import Reunion

EN_MOTS = {
    "arreter": "arrêter l’ordre du jour",
    "convoquer": "convoquer",
    "tenir": "ouvrir la séance",
    "relire": "faire circuler le compte rendu",
    "approuver": "approuver le compte rendu",
}


@dataclass(frozen=True)
class Geste:
    """Describes a button. `genre`: « principal » (one a page), « lourd » or nothing; `envoie`: at once, without a page of its own."""

    nom: str
    adresse: str
    icone: str = ""
    genre: str = ""
    envoie: bool = False


class Suite:
    """Makes the buttons of what this person may do with this meeting, now. `droits`: those of `reunion.droits_de`."""

    def __init__(self, reunion: Reunion, droits: set[str]):
        self.reunion, self.droits = reunion, droits

    @cached_property
    def acte(self) -> str:
        """Name the next step, if it is this person's: « arreter », « convoquer »…"""
        etat, jour_venu = self.reunion.etat, self._jour_venu()
        suite = {
            Etat.BROUILLON: "tenir" if jour_venu else "arreter",
            Etat.ARRETEE: "tenir" if jour_venu else "convoquer",
            Etat.CONVOQUEE: "tenir" if jour_venu else "",
            Etat.TENUE: "relire",
            Etat.RELECTURE: "approuver",
        }.get(etat, "")
        return suite if f"{suite}_reunion" in self.droits else ""

    @cached_property
    def manques(self) -> list[tuple[str, str]]:
        """List what is missing before the next step: (what, where it is mended)."""
        return avec_adresses(self.reunion, self.reunion.manques(self.acte)) if self.acte else []

    @property
    def acte_en_mots(self) -> str:
        """Say the next step in words."""
        return EN_MOTS.get(self.acte, "")

    @cached_property
    def boutons(self) -> list[Geste]:
        """List the buttons in the order in which they are shown; only the first one may be solid."""
        return [*self._suite(), *self._autres()]

    def _suite(self):
        """Offer the next step, or where one works until it can be taken."""
        peut = not self.manques
        if self.acte == "tenir" and peut:
            yield self._geste("Ouvrir la séance", "tenir", "coche", "principal")
        elif self.acte == "arreter" and peut:
            yield self._geste("Arrêter l’ordre du jour", "arreter", "coche", "principal", envoie=True)
        elif self.acte == "convoquer" and peut:
            yield self._geste("Convoquer", "convoquer", "envoyer", "principal")
        elif "pointer_reunion" in self.droits:
            yield self._geste("Noter la séance", "seance", "crayon", "principal")
            if self.acte == "relire" and peut:
                yield self._geste("Faire circuler le compte rendu", "relire", "envoyer")
        elif self.reunion.etat in (Etat.RELECTURE, Etat.APPROUVEE):
            yield self._geste("Lire le compte rendu", "compte-rendu", "document", "principal")
        elif "reprogrammer_reunion" in self.droits:
            yield self._geste("Choisir une nouvelle date", "reprogrammer", "horloge", "principal")
        elif "arranger_reunion" in self.droits:
            yield self._geste("Arranger l’ordre du jour", "ordre-du-jour", "", "principal")
        elif "proposer_point" in self.droits:
            yield self._geste("Proposer un point", "points/nouveau", "plus", "principal")

    def _autres(self):
        droits, actuels = self.droits, {"arreter", "convoquer"}
        if "arranger_reunion" in droits and self.acte in actuels and not self.manques:
            yield self._geste("Arranger l’ordre du jour", "ordre-du-jour")
        if "arranger_reunion" in droits:
            yield self._geste("Ajouter un point", "points/nouveau", "plus")
        if "inviter_reunion" in droits:
            yield self._geste("Invitations", "convocations", "personne")
        if "modifier_reunion" in droits:
            yield self._geste("Modifier", "modifier", "crayon")
        if "rouvrir_reunion" in droits:
            yield self._geste("Rouvrir l’ordre du jour", "rouvrir", envoie=True)
        if "reporter_reunion" in droits:
            yield self._geste("Reporter", "reporter", genre="lourd")
        if "annuler_reunion" in droits:
            yield self._geste("Annuler la réunion", "annuler", genre="lourd")

    @property
    def reprises(self) -> list[Geste]:
        """Offer to begin another meeting from this one."""
        if "copier_reunion" not in self.droits:
            return []
        copie = Geste("Copier cette réunion", f"{reverse('reunion-nouvelle')}?reunion={self.reunion.pk}")
        return [copie, self._geste("En faire un modèle", "en-modele")]

    def _geste(self, nom, page, icone="", genre="", envoie=False) -> Geste:
        return Geste(nom, vers(self.reunion, page), icone, genre, envoie)

    def _jour_venu(self) -> bool:
        return timezone.localdate(self.reunion.debut) <= timezone.localdate()


def avec_adresses(reunion, phrases: list[Manque]) -> list[tuple[str, str]]:
    """Give (what is missing, where it is mended) for each."""
    return [(str(phrase), vers(reunion, phrase.ou) if phrase.ou else "") for phrase in phrases]


def vers(reunion, page: str) -> str:
    """Give the address of one of the meeting's pages: « ordre-du-jour », « convocations »…"""
    return f"{reunion.get_absolute_url()}{page}/"
