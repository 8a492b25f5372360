"""What a room has, its noun declares: a table, a task, a deadline, a source or a rule cannot be forgotten."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from csil.declarations import declarations, tous
from csil.garde.champs import ChampGarde
from csil.texte.texte_riche import TexteRiche
from outils.cloison.registre import MURES, PAQUETS, regles
from tests.outils import environnement_de_la_base

# What reads the sources of a room, by the file in which they stand.
SOURCES = {
    "accueil": ("taches", "rendez_vous", "nouveautes"),
    "echeances": ("echeances",),
    "regard": ("regards",),
    "repertoire": ("repertoires",),
}
# These are written in the words of a list or of an authority, or by the database, and read by nobody whom a stop would protect.
SANS_QUARANTAINE = {
    "informations_sensibles.commun": "reference tables",
    "informations_sensibles.secteurs": "no information comes in: what a sector is, whom to call, what its process says",
    "informations_sensibles.circuits": "rules of the house",
    "Revelation": "why an identity was asked for: erased with its dossier, kept for the data protection officer until then",
    "OuverturePartenaire": "a decision of the Bourgmestre on a partner",
    "VisaDpo": "the word of the data protection officer",
}


def modeles_de(paquet):
    return [m for m in apps.get_app_config(paquet).get_models() if not m.__name__.startswith("Historical")]


def test_chaque_table_appartient_a_un_seul_nom():
    declares = [modele for modele in tous("modeles")]
    siens = [modele for paquet in PAQUETS for modele in modeles_de(paquet)]
    assert sorted(map(str, declares)) == sorted(map(str, siens))


def test_un_nom_declare_les_tables_de_sa_piece():
    ailleurs = []
    for paquet in PAQUETS:
        for declaration, piece in pieces_declarees(paquet):
            ailleurs += [
                f"{piece} : {modele.__name__}"
                for modele in declaration.modeles
                if not modele.__module__.startswith(f"{piece}.")
            ]
    assert not ailleurs


def pieces_declarees(paquet):
    for fichier in sorted((settings.RACINE / paquet).glob("*/declaration.py")):
        piece = f"{paquet}.{fichier.parent.name}"
        yield importlib.import_module(f"{piece}.declaration").DECLARATION, piece


def test_chaque_piece_qui_a_de_quoi_declarer_declare():
    """A room with models, a home, deadlines or a rule has its `declaration.py`."""
    a_declarer = ("models", "models/__init__", *SOURCES, "cloison")
    muettes = [
        piece
        for paquet in PAQUETS[1:]  # the kernel's rooms of these names are what asks
        for piece in (settings.RACINE / paquet).iterdir()
        if any((piece / f"{nom}.py").exists() for nom in a_declarer)
        and not (piece / "declaration.py").exists()
    ]
    assert not muettes


def test_chaque_source_d_une_piece_est_declaree():
    """A public function of `accueil.py`, `echeances.py`, `regard.py` or `repertoire.py` that no noun declares runs nowhere."""
    oubliees = []
    for nom, champs in SOURCES.items():
        connues = {id(f) for champ in champs for f in declares(champ)}
        for paquet in PAQUETS[1:]:
            for fichier in (settings.RACINE / paquet).glob(f"*/{nom}.py"):
                if not (fichier.parent / "declaration.py").exists() or fichier.parent.name == "commun":
                    continue
                module = importlib.import_module(f"{paquet}.{fichier.parent.name}.{nom}")
                oubliees += [
                    f"{module.__name__}.{fonction}"
                    for fonction in fonctions_publiques(fichier)
                    if id(getattr(module, fonction)) not in connues and fonction not in appelees(fichier)
                ]
    assert not oubliees


def declares(champ):
    return [valeur[1] if isinstance(valeur, tuple) else valeur for valeur in tous(champ)]


def fonctions_publiques(fichier: Path):
    arbre = ast.parse(fichier.read_text())
    return [n.name for n in arbre.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]


def appelees(fichier: Path):
    """What the file itself calls, or another file of its package imports."""
    siennes = {
        n.func.id
        for n in ast.walk(ast.parse(fichier.read_text()))
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    module = ".".join(fichier.relative_to(settings.RACINE).with_suffix("").parts)
    for autre in settings.RACINE.joinpath(module.split(".")[0]).rglob("*.py"):
        if autre.name != "declaration.py":
            for noeud in ast.walk(ast.parse(autre.read_text())):
                if isinstance(noeud, ast.ImportFrom) and noeud.module == module:
                    siennes |= {alias.name for alias in noeud.names}
    return siennes


def test_ce_qui_porte_des_mots_peut_etre_mis_en_quarantaine():
    """Whatever a person writes in the Cellule is hidden and erased with its record (R31), unless its room says why not."""
    couverts = {racine for racine, _ in tous("quarantaine")}
    couverts |= {enfant for _, enfants in tous("quarantaine") for enfant, _ in enfants}
    oublies = [
        modele.__name__
        for paquet in MURES
        for modele in modeles_de(paquet)
        if modele not in couverts
        and any(isinstance(champ, ChampGarde | TexteRiche) for champ in modele._meta.concrete_fields)
        and not {modele.__name__, ".".join(modele.__module__.split(".")[:2])} & SANS_QUARANTAINE.keys()
    ]
    assert not oublies


@pytest.mark.django_db
def test_chaque_table_du_mur_a_sa_regle(distribution):
    """Who reads each table of the Cellule is said a second time, for the trial."""
    juges = {regle.modele for regle in regles()}
    sans_regle = [modele.__name__ for paquet in MURES for modele in modeles_de(paquet) if modele not in juges]
    assert not sans_regle


def test_deux_noms_ne_se_remplacent_pas():
    assert len({declaration.nom for declaration in declarations()}) == len(
        [declaration for paquet in PAQUETS for declaration in pieces_declarees(paquet)]
    )


def test_aucune_cle_etrangere_ne_mene_ailleurs_que_dit():
    """What is said to hang from a record does, by the field that is said."""
    for racine, enfants in tous("quarantaine"):
        for enfant, champ in enfants:
            lien = enfant._meta.get_field(champ)
            assert isinstance(lien, models.ForeignKey) and lien.related_model is racine, (enfant, champ)


def test_l_epreuve_de_la_cloison_ne_sert_aucune_page():
    """The trial is a test: what serves requests loads neither it nor the rooms’ second saying of the rules."""
    charge = (
        "import sys, django; django.setup(); from django.urls import get_resolver; get_resolver().url_patterns; "
        "print([m for m in sys.modules if m.startswith('outils') or m.endswith('.cloison')])"
    )
    sortie = subprocess.run(
        [sys.executable, "-c", charge],
        env=environnement_de_la_base() | {"DJANGO_SETTINGS_MODULE": "csil.settings"},
        capture_output=True, text=True, cwd=settings.RACINE,
    )  # fmt: skip
    assert sortie.stdout.strip() == "[]", sortie
