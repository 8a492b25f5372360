"""The whole trial: rows, then pages; what leaked, what was closed wrongly, and how much was tried."""

from dataclasses import dataclass, field

from django.db import transaction

from csil.comptes.models import Utilisateur
from outils.cloison import lignes, pages
from outils.cloison.registre import MURES, regles

# A shorter word could stand in a page by chance.
LONGUEUR_TEMOIN = 6
# Of a record that no rule judges, a few rows are enough: its pages are read for what they must not say.
ECHANTILLON = 2


@dataclass
class Bilan:
    fuites: list[str] = field(default_factory=list)
    ecarts: list[str] = field(default_factory=list)
    personnes: int = 0
    lignes: int = 0
    pages: int = 0

    def noter(self, fuite: bool, phrase: str) -> None:
        (self.fuites if fuite else self.ecarts).append(phrase)


class Defaire(Exception):
    """Nothing of the trial stays."""


def eprouver() -> Bilan:
    """Run as owner; nothing of it stays."""
    bilan = Bilan()
    try:
        with transaction.atomic():
            _eprouver(bilan)
            raise Defaire
    except Defaire:
        return bilan


def _eprouver(bilan):
    connues = regles()
    personnes = list(Utilisateur.objects.filter(is_active=True).order_by("pk"))
    bilan.personnes = len(personnes)
    lire_tout(bilan, personnes, connues)
    ouvrir_tout(bilan, personnes, connues)


def lire_tout(bilan, personnes, connues):
    """Read every row by SQL, in the name of each person, and judge what comes back."""
    for paquet in MURES:
        for table in lignes.tables_oubliees(paquet, connues):
            bilan.noter(True, f"SQL : la table {table} n’a pas de règle ou pas de mur")
    for fuite, phrase in lignes.ecarts(connues, personnes):
        bilan.noter(fuite, phrase)


class Juge:
    """Hold, for each row of a model, by its key: who reads it, who reaches its pages, what it says that stands nowhere else."""

    def __init__(self, regle):
        objets = list(regle.modele._base_manager.all())
        self.nom = regle.modele.__name__
        self.lisent = {objet.pk: regle.lecteurs(objet) for objet in objets}
        self.atteignent = {objet.pk: (regle.pages or regle.lecteurs)(objet) for objet in objets}
        self.temoins = {objet.pk: list(_temoins(regle, objet)) for objet in objets}

    def interdits_a(self, personne):
        """(words, row) that this person must find nowhere."""
        for pk, temoins in self.temoins.items():
            if personne.pk not in self.lisent[pk]:
                yield from ((mots, f"{self.nom} {pk}") for mots in temoins)


def _temoins(regle, objet):
    return (mots for mots in map(pages.simplifier, regle.temoins(objet)) if len(mots) >= LONGUEUR_TEMOIN)


def ouvrir_tout(bilan, personnes, connues):
    """Open every address in the name of each person, and judge its pages and exports."""
    juges = {regle.modele: Juge(regle) for regle in connues}
    bilan.lignes = sum(len(juge.lisent) for juge in juges.values())

    def objets_de(modele):
        lignes = modele._base_manager.order_by("pk")
        return list(lignes if modele in juges else lignes[:ECHANTILLON])

    tout = list(pages.adresses(objets_de))
    for personne in personnes:
        client = pages.ouvrir_session(personne)
        interdits = [interdit for juge in juges.values() for interdit in juge.interdits_a(personne)]
        for adresse, objet in tout:
            bilan.pages += 1
            _juger_page(bilan, personne, client, adresse, juges.get(type(objet)), objet, interdits)


def _juger_page(bilan, personne, client, adresse, juge, objet, interdits):
    code, texte = pages.ouvrir(client, adresse)
    if juge and code != 404 and personne.pk not in juge.atteignent[objet.pk]:
        bilan.noter(True, f"page : {personne} reçoit {code} de {adresse}")
    if code >= 500:
        bilan.noter(False, f"page : {adresse} échoue pour {personne} ({code})")
    for mots, ligne in interdits:
        if mots in texte:
            bilan.noter(True, f"page : {personne} lit dans {adresse} ce que dit {ligne}")
