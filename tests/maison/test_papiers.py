"""The papers hold: what the code cites exists, the locks follow pyproject.toml, what is not typed yet only gets less."""

import ast
import re
import tomllib

import pytest
from django.conf import settings

RACINE = settings.RACINE
PYPROJECT = tomllib.loads((RACINE / "pyproject.toml").read_text())
AILLEURS = {"var", "staticfiles"}
EXIGENCE = re.compile(r"\bR(\d{2,})\b")
SUITE_D_EXIGENCES = re.compile(r"\bR(\d+)(?: to | à | – |–|-)R(\d+)\b")
LIGNE = re.compile(r'^\| <a id="r(\d\d)"></a>R(\d\d) \| (.+) \| (.+) \|$', re.M)
# How many modules of the kernel are left in each list of pyproject.toml: take one out, count one less here.
SANS_ANNOTATIONS, PAS_ENCORE_VERIFIES = 10, 24


def textes():
    """What we write: code, SQL, templates and papers."""
    for dossier in RACINE.iterdir():
        if dossier.name in AILLEURS or dossier.name.startswith("."):
            continue
        for fichier in dossier.rglob("*") if dossier.is_dir() else [dossier]:
            if fichier.suffix in {".py", ".sql", ".html", ".txt", ".typ", ".js", ".css", ".yaml", ".md"}:
                yield fichier, fichier.read_text()


def exigences() -> list[int]:
    lignes = LIGNE.findall((RACINE / "docs" / "exigences.md").read_text())
    assert all(ancre == numero for ancre, numero, _, _ in lignes)
    return [int(numero) for _, numero, _, _ in lignes]


def test_les_exigences_se_suivent_sans_trou():
    assert exigences() == list(range(1, 79))


def test_toute_exigence_citee_existe():
    connues = set(exigences())
    for fichier, texte in textes():
        inconnues = {n for n in EXIGENCE.findall(texte) if len(n) != 2 or int(n) not in connues}
        assert not inconnues, (
            f"{fichier} cite R{', R'.join(sorted(inconnues))}, que docs/exigences.md n’a pas"
        )
        for debut, fin in SUITE_D_EXIGENCES.findall(texte):
            assert int(debut) < int(fin), f"{fichier} cite R{debut} à R{fin}"


@pytest.mark.parametrize(
    "verrou, demandes",
    [
        ("requirements.lock", PYPROJECT["project"]["dependencies"]),
        (
            "requirements-dev.lock",
            PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["dev"],
        ),
    ],
)
def test_les_verrous_suivent_pyproject(verrou, demandes):
    """A version changed in pyproject.toml is locked by `make verrous`."""
    verrouilles = set(re.findall(r"^(\S+==\S+)", (RACINE / verrou).read_text().lower(), re.M))
    for demande in demandes:
        assert re.sub(r"\[.*?\]", "", demande).lower() in verrouilles, f"{demande} n’est pas dans {verrou}"


def test_les_deux_verrous_disent_les_memes_versions():
    """What the tests run with is what production runs with."""
    production, developpement = (
        set(re.findall(r"^\S+==\S+", (RACINE / nom).read_text(), re.M))
        for nom in ("requirements.lock", "requirements-dev.lock")
    )
    assert production <= developpement


def test_ce_qui_n_est_pas_encore_type_diminue():
    """A new module of the kernel is strict from its first line: it does not enter the lists of pyproject.toml."""
    sans_annotations, pas_verifies = [], []
    for regle in PYPROJECT["tool"]["mypy"]["overrides"]:
        liste = pas_verifies if regle.get("ignore_errors") else sans_annotations
        liste += [module for module in regle["module"] if module.startswith("csil.")]
    for module in sans_annotations + pas_verifies:
        chemin = RACINE / module.replace(".", "/")
        assert chemin.with_suffix(".py").exists() or (chemin / "__init__.py").exists(), (
            f"{module} n’existe plus"
        )
    assert (len(sans_annotations), len(pas_verifies)) == (SANS_ANNOTATIONS, PAS_ENCORE_VERIFIES)


# A sentence that begins with one of these needs a subject from somewhere else.
SANS_SUJET = {
    "As", "At", "Each", "Every", "For", "From", "How", "In", "Its", "Never", "Nobody", "Not", "Of", "Only", "Or", "Out", "Still",
    "Their", "Those", "To", "Until", "Whether", "Which", "With", "Within", "Without",
}  # fmt: skip


def test_une_docstring_commence_par_une_phrase_entiere():
    """Its first sentence stands alone: with a verb for what is done, with a noun for what is."""
    boiteuses = []
    for paquet in ("csil", "partenaires", "concertation", "informations_sensibles", "outils"):
        for fichier in sorted((settings.RACINE / paquet).rglob("*.py")):
            for noeud in ast.walk(ast.parse(fichier.read_text())):
                if isinstance(noeud, ast.FunctionDef | ast.ClassDef):
                    mots = (ast.get_docstring(noeud) or "").split()
                    if mots and mots[0].strip(",:") in SANS_SUJET:
                        boiteuses.append(f"{fichier.relative_to(settings.RACINE)}:{noeud.lineno} {mots[0]}")
    assert not boiteuses
