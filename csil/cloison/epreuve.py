"""The whole trial: rows, then pages; what leaked, what was closed wrongly, and how much was tried."""

from dataclasses import dataclass, field

from django.db import transaction

from csil.cloison import lignes, pages
from csil.cloison.registre import paquets_mures, regles
from csil.models import Utilisateur

# A shorter word could stand in a page by chance.
LONGUEUR_TEMOIN = 6


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
    for paquet in paquets_mures():
        for table in lignes.tables_oubliees(paquet, connues):
            bilan.noter(True, f"SQL : la table {table} n’a pas de règle ou pas de mur")
    juges = {regle.modele: _juger(regle) for regle in connues}
    bilan.lignes = sum(len(lecteurs) for lecteurs, _ in juges.values())
    for fuite, phrase in lignes.ecarts(connues, personnes):
        bilan.noter(fuite, phrase)
    _ouvrir_tout(bilan, personnes, juges)


def _juger(regle) -> tuple[dict, dict]:
    """{key: readers} and {key: words that stand nowhere else} of a model's rows."""
    lecteurs, temoins = {}, {}
    for objet in regle.modele._base_manager.all():
        lecteurs[objet.pk] = regle.lecteurs(objet)
        temoins[objet.pk] = [
            mots for mots in map(pages.simplifier, regle.temoins(objet)) if len(mots) >= LONGUEUR_TEMOIN
        ]
    return lecteurs, temoins


def _ouvrir_tout(bilan, personnes, juges):
    rangees = {}

    def objets_de(modele):
        return rangees.setdefault(modele, list(modele._base_manager.order_by("pk")))

    tout = list(pages.adresses(objets_de))
    for personne in personnes:
        client = pages.ouvrir_session(personne)
        interdits = [
            (modele, pk, mots)
            for modele, (lecteurs, temoins) in juges.items()
            for pk, liste in temoins.items()
            if personne.pk not in lecteurs[pk]
            for mots in liste
        ]
        for adresse, objet in tout:
            bilan.pages += 1
            _juger_page(bilan, personne, client, adresse, objet, juges, interdits)


def _juger_page(bilan, personne, client, adresse, objet, juges, interdits):
    code, texte = pages.ouvrir(client, adresse)
    if objet is not None and type(objet) in juges:
        peut = personne.pk in juges[type(objet)][0][objet.pk]
        if not peut and code != 404:
            bilan.noter(True, f"page : {personne} reçoit {code} de {adresse}")
        if peut and code == 404:
            bilan.noter(False, f"page : {personne} devrait atteindre {adresse}")
    if code >= 500:
        bilan.noter(False, f"page : {adresse} échoue pour {personne} ({code})")
    for modele, pk, mots in interdits:
        if mots in texte:
            bilan.noter(True, f"page : {personne} lit dans {adresse} ce que dit {modele.__name__} {pk}")
