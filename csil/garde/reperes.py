"""What points at a person in a text. Pure detection: no database, no form; a name alone is not detected.

A person in good faith is helped, nobody who wants to cheat is stopped: the words of the form and the reader are.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from django.db import models


class Genre(models.TextChoices):
    """A kind of passage, as a sentence says it."""

    REGISTRE_NATIONAL = "registre_national", "un numéro de registre national"
    NAISSANCE = "naissance", "une date de naissance"
    TELEPHONE = "telephone", "un numéro de téléphone"
    COURRIEL = "courriel", "une adresse de courriel"
    PLAQUE = "plaque", "une plaque d’immatriculation"
    INITIALES = "initiales", "des initiales avec un âge"


@dataclass(frozen=True)
class Repere:
    """A passage found in a text: `texte[debut:fin] == passage`. `valeur`: what two spellings of it have in common."""

    genre: Genre
    debut: int
    fin: int
    passage: str
    valeur: str

    @property
    def bloque(self) -> bool:
        return self.genre == Genre.REGISTRE_NATIONAL


def reperer(texte: str) -> list[Repere]:
    """Find everything that points at a person, in the order of the text; of two that overlap the graver, then the longer."""
    lisse, places = _lisser(texte)
    trouves = [
        Repere(genre, places[debut], places[fin - 1] + 1, texte[places[debut] : places[fin - 1] + 1], valeur)
        for genre, chercher in RECHERCHES.items()
        for debut, fin, valeur in chercher(lisse)
    ]
    gardes, prises = [], set()
    for repere in sorted(trouves, key=lambda r: (not r.bloque, r.debut - r.fin)):
        places_prises = range(repere.debut, repere.fin)
        if prises.isdisjoint(places_prises):
            gardes.append(repere)
            prises.update(places_prises)
    return sorted(gardes, key=lambda r: r.debut)


def en_mots(reperes) -> str:
    """Say the kinds in one sentence: « un numéro de téléphone et une adresse de courriel »."""
    noms = list(dict.fromkeys(repere.genre.label for repere in reperes))
    return " et ".join(filter(None, [", ".join(noms[:-1]), noms[-1]]))


# Reading: one sign for every kind of space and of dash, nothing for what does not show.
_SPECIAUX = re.compile(r"[^\x00-\x7fÀ-ÿœŒ’«»…€]")
_INVISIBLES = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_TIRETS = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def _lisser(texte: str):
    """Give the text to search, and for each of its signs the place it has in the original."""
    if not _SPECIAUX.search(texte) and "\xa0" not in texte and "\xad" not in texte:
        return texte, range(len(texte))
    signes, places = [], []
    for place, signe in enumerate(texte):
        if _INVISIBLES.match(signe):
            continue
        simple = normalize("NFKC", signe).translate(_TIRETS)
        signes += simple
        places += [place] * len(simple)
    return "".join(signes), places


# National register number: YY.MM.DD-XXX.CC, with or without its signs

_REGISTRE = re.compile(
    r"(?<!\d)(?<!\d[.,])(\d\d)([ ./-]{0,2})(\d\d)([ ./-]{0,2})(\d\d)([ ./-]{0,3})(\d{3})([ ./-]{0,2})(\d\d)(?![.,]?\d)"
)


def _registre(texte):
    for trouve in _REGISTRE.finditer(texte):
        annee, mois, jour, rang, controle = trouve.group(1, 3, 5, 7, 9)
        # Months are raised by 20 or 40 in a number bis; 00 when the birth date is not known
        if int(mois) % 20 > 12 or int(mois) > 52 or int(jour) > 31 or rang in ("000", "999"):
            continue
        numero = annee + mois + jour + rang
        if any(97 - int(siecle + numero) % 97 == int(controle) for siecle in ("", "2")):
            yield trouve.start(), trouve.end(), numero + controle


# Birth dates: a date beside a word of birth or an age; meetings have dates too

_MOIS = r"(?:janv|févr|fevr|fév|fev|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec)[a-zéû]*\.?"
_DATE = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"
    rf"|(?:1er|[12]\d|3[01]|0?[1-9])\s+{_MOIS}\s+(?:(?:19|20)\d\d|\d\d)(?!\d)"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])(?!\d))"
)
_MOT_DE_NAISSANCE = r"(?:\bn(?:é|É)(?:\(e\)|·e|e)?s?\b|\bdate\s+de\s+nais(?:sance|\.)|\bnaissance\b|\bgeboren\b|\bgeb\.|\bD\.?D\.?N\b\.?|\bD\.N\.|°)"
_NAISSANCES = [
    re.compile(rf"{_MOT_DE_NAISSANCE}[^.!?;\n]{{0,50}}?(?<!\d)(?P<date>{_DATE})", re.I),
    re.compile(rf"\bnée?\s+en\s+(?P<date>{_MOIS}\s+(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(rf"\bnee?\s+le\s+(?P<date>{_DATE})", re.I),  # « NE LE », in capitals without accents
    re.compile(rf"(?<!\d)(?P<date>{_DATE})\s*[(,:-]?\s*(?:date de naissance|D\.?D?\.?N\.?\b|°)", re.I),
    re.compile(rf"(?<!\d)(?P<date>{_DATE})\s*[,(/-]\s*(?:soit\s+)?\d{{1,2}}\s?ans\b", re.I),
    re.compile(rf"(?<!\d)\d{{1,2}}\s?ans\s*[,(/-]\s*(?P<date>{_DATE})", re.I),
]
# What is born without being a person, just before or on the way to the date
_CHOSE = r"(?:projet|asbl|association|service|plateforme|réseau|initiative|csil|cellule|concertation|idée|collaboration)"
_CHOSE_AVANT = re.compile(rf"{_CHOSE}s?\W{{0,3}}(?:(?:est|était|sont|a été|fut)\W+)?$", re.I)
_CHOSE_ENTRE = re.compile(rf"\b(?:{_CHOSE}|réunion|rencontre|séance|assemblée|convention|plan|loi)s?\b", re.I)


def _naissances(texte):
    for motif in _NAISSANCES:
        for trouve in motif.finditer(texte):
            if _CHOSE_AVANT.search(texte, max(0, trouve.start() - 40), trouve.start()):
                continue
            if _CHOSE_ENTRE.search(texte, trouve.start(), trouve.start("date")):
                continue
            yield trouve.start(), trouve.end(), _serre(trouve["date"])


# Telephones

_BELGE = re.compile(
    r"(?<![\w+/.-])(?:(?:\+|00)\s?32[ ./-]{0,2}(?:\(0\)[ ./-]{0,2})?[1-9]|\(?0[1-9])(?:[ ./()-]{0,2}\d){7,8}(?![\w/]|[.,-]\d)"
)
_ETRANGER = re.compile(r"(?<![\w+])(?:\+|00)(?!\s?32)[1-9]\d{0,2}(?:[ ./()-]{0,2}\d){7,11}(?!\w)")
_COMME_UNE_DATE = re.compile(r"\d\d([ /.-])\d\d\1(?:19|20)?\d\d(?!\d)(?!\1\d)")
_NUMERO_D_ENTREPRISE = re.compile(r"(?:\bBE|\bBCE|\bTVA|\bKBO|\bBTW|entreprise)\W{0,4}$", re.I)
# 070, 078, 0800 and 0900 belong to services, never to a person
_SIGNIFICATIF = re.compile(r"4[5-9]\d{7}|(?!7[08]|[89]00)[1-9]\d{7}")


def chiffres_significatifs(numero: str) -> str:
    """Reduce a telephone number to its significant digits: « 475123456 » for 0475/12.34.56, +32 475 12 34 56 and 0032 (0)475 12 34 56."""
    chiffres = re.sub(r"\D", "", numero)
    return re.sub(r"^(?:00)?32(?=\d{8})", "", chiffres).lstrip("0")


def _telephones(texte):
    for trouve in _BELGE.finditer(texte):
        valeur = chiffres_significatifs(trouve[0])
        if not _SIGNIFICATIF.fullmatch(valeur) or _COMME_UNE_DATE.match(trouve[0]):
            continue
        if not _NUMERO_D_ENTREPRISE.search(texte, max(0, trouve.start() - 20), trouve.start()):
            yield trouve.start(), trouve.end(), valeur
    for trouve in _ETRANGER.finditer(texte):
        yield trouve.start(), trouve.end(), chiffres_significatifs(trouve[0])


# E-mails, plates, initials with an age

_COURRIEL = re.compile(
    r"(?<![\w.+%'-])[\w.+%'-]{1,64}(?:@|\s?[\[(](?:at|arobase)[\])]\s?)(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}",
    re.I,
)


def _courriels(texte):
    for trouve in _COURRIEL.finditer(texte):
        yield trouve.start(), trouve.end(), trouve[0].casefold()


_PLAQUES = [
    re.compile(r"(?<![\w-])[1-9]-[A-Z]{3}-\d{3}(?![\w-])", re.I),
    re.compile(r"(?<![\w-])[1-9] ?[A-Z]{3} ?\d{3}(?![\w-]|[.,]\d)"),
    re.compile(r"(?<![\w-])(?:[A-Z]{3}-\d{3}|\d{3}-[A-Z]{3})(?![\w-]|[.,]\d)"),
    # any country, when the text says that it is one
    re.compile(r"(?:\bplaques?|\bimmatricul\w*)(?:\W+[A-Z]?[a-zéè]+){0,3}\W+(?=[A-Z0-9 -]*\d)(?=[A-Z0-9 -]*[A-Z])[A-Z0-9](?:[ -]?[A-Z0-9]){4,8}\b"),
]  # fmt: skip
_SIGLES = re.compile(r"ART|BUS|COM|DOC|ISO|LOI|REF|RFC|TEC|EUR|ERP|MAX|MIN|VTT|SPF|SPW|CPA")


def _plaques(texte):
    for motif in _PLAQUES:
        for trouve in motif.finditer(texte):
            if not _SIGLES.search(trouve[0]):
                yield trouve.start(), trouve.end(), _serre(trouve[0])


_MAJUSCULE = r"[A-ZÀ-ÖØ-Þ]"
_INITIALES = (
    rf"(?:(?:{_MAJUSCULE}\.[ -]?){{1,3}}|{_MAJUSCULE}{{2}}\b|{_MAJUSCULE}[a-zà-ÿ-]+ {_MAJUSCULE}(?:\.|\b))"
)
_AGE = (
    r"(?<!\d)\d{1,2}\s?ans\b"
    r"(?!\s+d(?:e\s+|['’])(?:exist|exp|serv|activ|anc|trav|prat|carr|coll|recul|prés|mét|mand|fonct|vie))"
    r"(?!\s+(?:après|avant|plus tard|auparavant|déjà))"
)
_AGES = [
    re.compile(rf"(?<![\w.]){_INITIALES}[\s,(:;-]{{0,3}}(?:âgée?\s+de\s+|a\s+|ayant\s+)?{_AGE}"),
    re.compile(rf"{_AGE}[\s,(:;-]{{1,3}}(?:(?:pré|sur)?nommée?\s+|appelée?\s+)?(?:{_MAJUSCULE}\.[ -]?){{1,3}}(?!\w)"),
]  # fmt: skip


def _ages(texte):
    for motif in _AGES:
        for trouve in motif.finditer(texte):
            yield trouve.start(), trouve.end(), _serre(trouve[0])


def _serre(passage: str) -> str:
    return re.sub(r"[\W_]+", "", passage).casefold()


RECHERCHES = {
    Genre.REGISTRE_NATIONAL: _registre,
    Genre.NAISSANCE: _naissances,
    Genre.TELEPHONE: _telephones,
    Genre.COURRIEL: _courriels,
    Genre.PLAQUE: _plaques,
    Genre.INITIALES: _ages,
}
