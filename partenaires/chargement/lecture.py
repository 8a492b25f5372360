"""The partners' file read, checked whole, with the line on which something is wrong."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

STATUTS = ("ok", "a_confirmer")
NUL, TEXTE = "tag:yaml.org,2002:null", "tag:yaml.org,2002:str"


class ErreurFichier(Exception):
    """Say that the file cannot be loaded as it is: the line, and one sentence."""

    def __init__(self, ligne: int, phrase: str):
        super().__init__(f"Ligne {ligne} : {phrase}")


class Mot(str):
    """A text of the file that remembers its line."""

    ligne = 0

    @classmethod
    def du_noeud(cls, noeud):
        mot = cls(noeud.value.strip())
        mot.ligne = _ligne(noeud)
        return mot


@dataclass
class FichePartenaire:
    """An entry of « partenaires », as written."""

    code: Mot
    nom: Mot
    secteur: Mot
    niveau: Mot
    statut_fiche: Mot
    acronyme: str = ""
    tutelle: str = ""
    territoire: str = ""
    forme: str = ""
    parent: str = ""
    missions: str = ""
    note: str = ""
    services: list[str] = field(default_factory=list)
    implantations: list[str] = field(default_factory=list)
    fonctions: list[str] = field(default_factory=list)


@dataclass
class Fichier:
    """The file, read and checked."""

    meta: dict
    pilotage: list[dict]
    groupes: list[dict]
    partenaires: list[FichePartenaire]
    mentions: list[dict]


# Key: must it be there? « liste » is a list of texts.
META = dict.fromkeys(("commune", "organisme", "province", "domaine", "prevention"), True) | {"contact": False}
POSTE = {"code": True, "fonction": True, "role_legal": False}
GROUPE = {"code": True, "nom": True, "nature": True}
MENTION = {"texte": True, "nature": False, "niveau": False, "traitement": False}
PARTENAIRE = dict.fromkeys(("code", "nom", "secteur", "niveau", "statut_fiche"), True) | dict.fromkeys(
    ("acronyme", "tutelle", "territoire", "forme", "parent", "missions", "note"), False
)
LISTES = ("services", "implantations", "fonctions")
LUES = ("meta", "pilotage", "groupes", "partenaires", "mentions_non_partenaires")
# Loaded by what they belong to: the Cellule's sectors and processes.
LAISSEES = ("source", "secteurs_points_de_contact", "destinataires_et_origines")


def lire(chemin) -> Fichier:
    """Read the file; raises ErreurFichier for the first thing that is wrong."""
    racine = _composer(_texte(chemin))
    sections = _dictionnaire(racine, "le fichier")
    for cle in sections:
        if cle not in LUES + LAISSEES:
            raise ErreurFichier(cle.ligne, f"la section « {cle} » est inconnue.")
    for cle in LUES:
        if cle not in sections:
            raise ErreurFichier(_ligne(racine), f"la section « {cle} » manque.")
    fichier = Fichier(
        meta=_champs(sections["meta"], META, "la section « meta »"),
        pilotage=_entrees(sections["pilotage"], POSTE, "un poste de pilotage"),
        groupes=_entrees(sections["groupes"], GROUPE, "un groupe"),
        partenaires=[
            _partenaire(noeud) for noeud in _liste(sections["partenaires"], "la section « partenaires »")
        ],
        mentions=_entrees(sections["mentions_non_partenaires"], MENTION, "une mention"),
    )
    for entrees in (fichier.partenaires, fichier.pilotage, fichier.groupes):
        _codes_uniques(entrees)
    _sans_financeur(fichier)
    return fichier


def _texte(chemin) -> str:
    octets = Path(chemin).read_bytes()
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as erreur:
        ligne = octets.count(b"\n", 0, erreur.start) + 1
        raise ErreurFichier(ligne, "le fichier n’est pas enregistré en UTF-8.") from None


def _composer(texte: str):
    try:
        racine = yaml.compose(texte, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as erreur:
        raise _mise_en_forme(erreur) from None
    except yaml.reader.ReaderError as erreur:
        raise ErreurFichier(
            texte.count("\n", 0, erreur.position) + 1, "un caractère est interdit ici."
        ) from None
    if racine is None:
        raise ErreurFichier(1, "le fichier est vide.")
    return racine


def _mise_en_forme(erreur: yaml.MarkedYAMLError) -> ErreurFichier:
    """Say where to look: YAML stumbles where it no longer understands, sometimes lines after a forgotten quotation mark."""
    fin = (erreur.problem_mark or erreur.context_mark).line + 1
    debut = (erreur.context_mark or erreur.problem_mark).line + 1
    phrase = "la mise en forme du fichier est incorrecte (retrait, guillemets, tiret ou crochet)"
    return ErreurFichier(
        fin, f"{phrase} ; regardez à partir de la ligne {debut}." if debut < fin else f"{phrase}."
    )


def _ligne(noeud) -> int:
    return noeud.start_mark.line + 1


def _dictionnaire(noeud, quoi) -> dict:
    """Read {key: node}; a key given twice is a mistake that YAML itself would hide."""
    if not isinstance(noeud, yaml.MappingNode):
        raise ErreurFichier(_ligne(noeud), f"{quoi} doit être fait de lignes « clé : valeur ».")
    couples = {}
    for cle, valeur in noeud.value:
        if not isinstance(cle, yaml.ScalarNode):
            raise ErreurFichier(_ligne(cle), f"une clé de {quoi} n’est pas un mot.")
        if cle.value in couples:
            raise ErreurFichier(_ligne(cle), f"« {cle.value} » est donné deux fois.")
        couples[Mot.du_noeud(cle)] = valeur
    return couples


def _liste(noeud, quoi) -> list:
    if not isinstance(noeud, yaml.SequenceNode):
        raise ErreurFichier(_ligne(noeud), f"{quoi} doit être une liste.")
    return noeud.value


def _mot(noeud, cle) -> Mot:
    if not isinstance(noeud, yaml.ScalarNode) or noeud.tag not in (TEXTE, NUL):
        raise ErreurFichier(_ligne(noeud), f"« {cle} » doit être un texte (au besoin entre guillemets).")
    return Mot() if noeud.tag == NUL else Mot.du_noeud(noeud)


def _champs(noeud, attendus, quoi) -> dict:
    couples = _dictionnaire(noeud, quoi)
    for cle in couples:
        if cle not in attendus:
            raise ErreurFichier(cle.ligne, f"« {cle} » est inconnu dans {quoi}.")
    champs = {cle: _mot(valeur, cle) for cle, valeur in couples.items()}
    for cle, requis in attendus.items():
        if requis and not champs.get(cle):
            raise ErreurFichier(_ligne(noeud), f"« {cle} » manque dans {quoi}.")
    return {cle: champs.get(cle, Mot()) for cle in attendus}


def _entrees(noeud, attendus, quoi) -> list[dict]:
    return [_champs(entree, attendus, quoi) for entree in _liste(noeud, f"la liste de {quoi}")]


def _partenaire(noeud) -> FichePartenaire:
    couples = _dictionnaire(noeud, "un partenaire")
    listes = {
        cle: [_mot(mot, cle) for mot in _liste(couples[cle], f"« {cle} »")]
        for cle in LISTES
        if cle in couples
    }
    simples = [(cle, valeur) for cle, valeur in noeud.value if cle.value not in LISTES]
    reste = yaml.MappingNode(noeud.tag, simples, noeud.start_mark, noeud.end_mark)
    fiche = FichePartenaire(**_champs(reste, PARTENAIRE, "un partenaire"), **listes)
    if fiche.statut_fiche not in STATUTS:
        raise ErreurFichier(
            fiche.statut_fiche.ligne,
            f"statut_fiche « {fiche.statut_fiche} » est inconnu ; il vaut {' ou '.join(STATUTS)}.",
        )
    return fiche


def _codes_uniques(entrees) -> None:
    vus = {}
    for entree in entrees:
        code = entree["code"] if isinstance(entree, dict) else entree.code
        if code in vus:
            raise ErreurFichier(code.ligne, f"le code « {code} » est déjà celui de la ligne {vus[code]}.")
        vus[code] = code.ligne


def _sans_financeur(fichier: Fichier) -> None:
    """Refuse a funder among the partners: it is a mention (R11)."""
    mentions = {mention["texte"].casefold() for mention in fichier.mentions}
    for fiche in fichier.partenaires:
        if fiche.nom.casefold() in mentions:
            raise ErreurFichier(
                fiche.nom.ligne, f"« {fiche.nom} » est une mention de financement, pas un partenaire."
            )
