"""Classification markings in a text or a file name (R29): Belgian, Dutch, German, European and NATO forms.

The rule. A marking in capitals blocks, ordinary use in small letters warns, expressions such as « secret professionnel »
say nothing. Exceptions, all of them tested:
- a line that holds nothing else blocks in any case: it is a heading;
- capitals of an ordinary expression (« SECRET PROFESSIONNEL ») warn;
- in a text written wholly in capitals they say nothing: a word of everyday French warns there, unless it stands as a
  heading does (alone, in brackets, or beside a colon, a dash or a slash); European and NATO forms block all the same;
- in a file name, forms of two words block in any case, since systems write names in small letters.

What was found is told by a rule and by a word of ours: the text itself goes nowhere.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from unicodedata import category, combining, normalize

from django.conf import settings


@dataclass(frozen=True)
class Mention:
    """A marking found, or a word that may be one. `regle`: its code in the journal; `mot`: how our list calls it."""

    regle: str
    mot: str
    bloque: bool


def reperer(texte: str, *, fichier: bool = False) -> list[Mention]:
    """Find the markings in a text, those that block first. `fichier`: the text is the name of a file."""
    trouvees = set()
    for variante in _lectures(texte or ""):
        trouvees |= _chercher(variante, fichier)
    prefixe = "fichier" if fichier else "texte"
    mentions = [Mention(f"{prefixe}.{forme}", mot, bloque) for forme, mot, bloque in trouvees]
    return sorted(mentions, key=lambda mention: (not mention.bloque, mention.regle, mention.mot))


# Reading: what looks the same is read the same

_SOSIES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧνοικт",
    "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXvoikT",
)
_CHIFFRES = str.maketrans("0134578€$@", "OIEASTBESA")
_JETON = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Z0-9€$@]*[A-Z])(?=[A-Z0-9€$@]*[0-9€$@])[A-Z0-9€$@]{5,}(?![A-Za-z0-9])"
)
_BALISE = re.compile(r"</?(?P<nom>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_EN_LIGNE = {"a", "b", "em", "i", "span", "strong", "u", "mark", "sub", "sup"}
_COUPURE = re.compile(r"(?<=[A-Za-z])-[ \t]*\r?\n[ \t]*(?=[A-Za-z])")


def _lectures(texte: str) -> set[str]:
    """Read the text as it is, and the words of the HTML that it may be."""
    mots = _BALISE.sub(lambda balise: "" if balise["nom"].lower() in _EN_LIGNE else "\n", unescape(texte))
    return {_simplifier(texte), _simplifier(mots)}


def _simplifier(texte: str) -> str:
    """Reduce the text to letters without accents, in the case that they have; nothing that does not show; figures posing as letters read."""
    visibles = "".join(signe for signe in normalize("NFKC", texte) if category(signe) != "Cf")
    nus = "".join(signe for signe in normalize("NFD", visibles.translate(_SOSIES)) if not combining(signe))
    lettres = _JETON.sub(lambda jeton: _en_lettres(jeton[0]), nus.replace("’", "'"))
    return _COUPURE.sub("", lettres)


def _en_lettres(jeton: str) -> str:
    """Read figures posing as letters, « S3CRET » as « SECRET »; a reference such as « CSIL2026 » stays."""
    lettres = jeton.translate(_CHIFFRES)
    return lettres if _MOTS.fullmatch(lettres) else jeton


# The forms: code of the rule, what our sentences call it, pattern in capitals without accents

_ENTRE = r"[\s_./-]{0,3}"
_DEVANT, _DERRIERE = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
_NIVEAU = rf"(?:TRES{_ENTRE}SECRET|TOP{_ENTRE}SECRET|DIFFUSION{_ENTRE}RESTREINTE|RESTREINTE?|CONFIDENTIEL(?:LE)?|SECRETE?|RESTRICTED|CONFIDENTIAL|BEPERKT|VERTROUWELIJK|ZEER{_ENTRE}GEHEIM|GEHEIM)"
# Never everyday words: they block in any text, capitals or title case
_ETRANGERES = [
    ("ue", "marquage de l’Union européenne", rf"{_NIVEAU}{_ENTRE}(?:UE|EU)(?!\s+EGARD)|(?:EU|UE){_ENTRE}{_NIVEAU}"),
    ("otan", "marquage de l’OTAN", rf"{_NIVEAU}{_ENTRE}(?:OTAN|NATO|NAVO)|(?:OTAN|NATO|NAVO){_ENTRE}{_NIVEAU}|COSMIC{_ENTRE}{_NIVEAU}"),
    ("de", "marquage allemand", rf"VS{_ENTRE}(?:NFD|VERTRAULICH|GEHEIM|NUR{_ENTRE}FUE?R{_ENTRE}DEN{_ENTRE}DIENSTGEBRAUCH)|NUR{_ENTRE}FUE?R{_ENTRE}DEN{_ENTRE}DIENSTGEBRAUCH|STRENG{_ENTRE}GEHEIM"),
    ("defense", "secret défense", rf"(?:TRES{_ENTRE}SECRET|SECRET|CONFIDENTIEL){_ENTRE}DEFENSE"),
]  # fmt: skip
# Everyday words too, two of them
_DOUBLES = [
    ("be", "très secret", rf"TRES{_ENTRE}SECRET"),
    ("nl", "zeer geheim", rf"ZEER{_ENTRE}GEHEIM"),
    ("en", "top secret", rf"TOP{_ENTRE}SECRET"),
]
_ANCIENNES = ("mention", "diffusion restreinte", rf"DIFFUSION{_ENTRE}RESTREINTE|BEPERKTE{_ENTRE}VERSPREIDING")
# One word: the form, and what of it warns in small letters
_SIMPLES = [
    ("be", "confidentiel", "CONFIDENTIEL", r"CONFIDENTIEL(?:LE)?S?"),
    ("be", "secret", "SECRET", r"SECRE(?:T|TE)S?"),
    ("be", "restreint", "RESTREINT", None),
    ("nl", "beperkt", "BEPERKT", None),
    ("nl", "vertrouwelijk", "VERTROUWELIJK", r"VERTROUWELIJKE?"),
    ("nl", "geheim", "GEHEIM", r"GEHEIME?"),
    ("de", "vertraulich", "VERTRAULICH", r"VERTRAULICHE?[MNRS]?"),
    ("en", "restricted", "RESTRICTED", None),
    ("en", "confidential", "CONFIDENTIAL", "CONFIDENTIAL"),
    ("otan", "atomal", "ATOMAL", None),
]
_MOTS = re.compile("|".join(forme for _, _, forme, _ in _SIMPLES))
# Short codes: capitals only, and for those that are also other things, beside a word that says what they are
_CODES = [
    ("ue", "marquage de l’Union européenne", re.compile(r"(?<![\w-])(?:(?:R|C|S|TS)-(?:UE|EU)|(?:UE|EU)-(?:R|C|S|TS))(?![\w-])")),
    ("otan", "marquage de l’OTAN", re.compile(r"(?i:classifi\w*|marqu\w*|niveau|mention|otan|nato)\W+(?:[a-z]+\W+){0,2}?(?:NR|NC|NS|CTS)\b")),
    ("otan", "marquage de l’OTAN", re.compile(r"(?m)^\W*(?:CTS|NS|NC|NR)(?:\W+(?:CTS|NS|NC|NR))*\W*$")),
]  # fmt: skip
_LOI = re.compile(
    r"\b(?:loi|wet)\W+(?:du|van|of)?\W*11(?:[./ -]{1,3}12[./ -]{1,3}|\s+(?:decembre|december)\s+)(?:19)?98\b",
    re.I,
)
_CLASSIFIE = re.compile(r"\b(?:classifiee?s?|geclassificeerde?|classified)\b", re.I)
# Letters held apart: S E C R E T, S.E.C.R.E.T
_ESPACE = re.compile(rf"{_DEVANT}[A-Za-z](?:[\s.*·_-]{{1,3}}[A-Za-z]){{5,}}{_DERRIERE}")


@lru_cache
def _motif(forme: str, casse: bool = False):
    return re.compile(rf"{_DEVANT}(?:{forme}){_DERRIERE}", 0 if casse else re.I)


def _chercher(texte: str, fichier: bool) -> set[tuple[str, str, bool]]:
    trouvees = set()
    en_capitales = not fichier and _est_en_capitales(texte)
    ordinaires = {place for trouve in _ordinaires().finditer(texte) for place in range(*trouve.span())}
    prises: set[int] = set()

    def noter(forme, mot, trouve, bloque):
        prises.update(range(*trouve.span()))
        trouvees.add((forme, mot, bloque))

    for forme, mot, motif in (*_ETRANGERES, *_a_nous()):
        for trouve in _motif(motif).finditer(texte):
            noter(forme, mot, trouve, fichier or _est_marque(trouve) or _est_seule(texte, trouve))
    for forme, mot, motif in _DOUBLES + [_ANCIENNES]:
        ouverte = forme == "mention" and settings.CSIL_DIFFUSION_RESTREINTE
        for trouve in _motif(motif).finditer(texte):
            if not _dans(trouve, prises):
                marque = (
                    fichier or _est_marque(trouve) and not (en_capitales and not _est_entete(texte, trouve))
                )
                noter(forme, mot, trouve, not ouverte and (marque or _est_seule(texte, trouve)))
    for forme, mot, motif in _CODES:
        for trouve in motif.finditer(texte):
            noter(forme, mot, trouve, True)
    for trouve in _ESPACE.finditer(texte):
        if _MOTS.search(re.sub(r"[^A-Za-z]", "", trouve[0]).upper()):
            noter("espace", "lettres espacées", trouve, True)
    for forme, mot, exacte, courante in _SIMPLES:
        for trouve in _motif(courante or exacte).finditer(texte):
            if _dans(trouve, prises):
                continue
            ordinaire = _dans(trouve, ordinaires)
            capitales = _est_marque(trouve) and not trouve[0].istitle()
            bloque = trouve[0].upper() == exacte and not ordinaire
            bloque &= _est_seule(texte, trouve) or (
                capitales and (not en_capitales or _est_entete(texte, trouve))
            )
            if bloque or (capitales if ordinaire or not courante else True):
                trouvees.add((forme, mot, bloque))
    if _LOI.search(texte) and _CLASSIFIE.search(texte):
        trouvees.add(("loi", "loi du 11 décembre 1998", False))
    return trouvees


def _dans(trouve, places: set[int]) -> bool:
    return trouve.start() in places and trouve.end() - 1 in places


def _est_marque(trouve) -> bool:
    """Say whether it is in capitals, or has one at each word: « NATO Secret »; a strange mixture is taken for capitals."""
    return all(not mot.islower() for mot in re.findall(r"[A-Za-z]+", trouve[0]))


def _sur_sa_ligne(texte: str, trouve) -> tuple[str, str]:
    """Give what stands before and after on the same line, as far as an eye takes it in."""
    avant = texte[max(0, trouve.start() - 200) : trouve.start()].rpartition("\n")[2]
    return avant, texte[trouve.end() : trouve.end() + 200].partition("\n")[0]


def _est_seule(texte: str, trouve) -> bool:
    """Say whether nothing else stands on the line: it is then a heading, in any case."""
    return not re.search(r"[A-Za-z]", "".join(_sur_sa_ligne(texte, trouve)))


def _est_entete(texte: str, trouve) -> bool:
    """Say whether it stands apart from the sentence: alone, or beside a colon, a bracket, a dash, a slash."""
    avant, apres = _sur_sa_ligne(texte, trouve)
    commence = not re.search(r"[A-Za-z]", avant) and re.match(r"\W*[:/|()\[\]*#=-]", apres)
    return bool(commence or re.search(r"[:/|(\[*#=-]\W*$", avant) or _est_seule(texte, trouve))


def _est_en_capitales(texte: str) -> bool:
    """Say whether somebody wrote this whole text in capitals, markings themselves left out."""
    mots = [mot for mot in re.findall(r"[A-Za-z]{2,}", texte) if not _MOTS.match(mot.upper())]
    return len(mots) >= 4 and sum(mot.isupper() for mot in mots) >= 0.8 * len(mots)


# What the installation adds (README)

EXPRESSIONS = [
    "secret professionnel", "secrets professionnels", "secret médical", "secret partagé", "secret bancaire",
    "secret des affaires", "secret de l’instruction", "secret de l’information", "secret des sources",
    "secret de la correspondance", "secret de famille", "secret de Polichinelle", "dans le secret", "en secret",
    "agent secret", "vote secret", "scrutin secret", "jardin secret", "comité restreint", "groupe restreint",
    "cercle restreint", "accès restreint", "nombre restreint", "espace restreint", "geheim van het onderzoek",
]  # fmt: skip


def _ordinaires():
    return _expressions(tuple(settings.CSIL_EXPRESSIONS_ORDINAIRES))


@lru_cache
def _expressions(ajoutees: tuple[str, ...]):
    formes = [re.escape(_simplifier(e)).replace(r"\ ", r"\s+") for e in (*EXPRESSIONS, *ajoutees)]
    return re.compile(rf"{_DEVANT}(?:{'|'.join(formes)}){_DERRIERE}", re.I)


def _a_nous() -> list[tuple[str, str, str]]:
    return [
        ("ajout", marquage, re.escape(_simplifier(marquage).upper())) for marquage in settings.CSIL_MARQUAGES
    ]
