"""The house holds: who imports whom, what is forbidden everywhere, what every record and view must declare."""

import ast
import re

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, get_resolver

PAQUETS = {
    "csil": set(),
    "partenaires": {"csil"},
    "concertation": {"csil", "partenaires"},
    "informations_sensibles": {"csil", "partenaires"},
}
NOTRES = tuple(PAQUETS)
# The rooms of each package, from the lowest floor up: a room imports lower floors only.
ETAGES = {
    "csil": (
        ("declarations", "recherche"),
        ("journal",),
        ("actes", "classification", "garde", "identite"),
        ("acces", "texte"),
        ("exploitation", "fichiers", "historique"),
        ("comptes", "formulaires", "local"),
        ("accueil", "administration", "courrier"),
        ("quarantaine", "travailleur"),
        ("mur",),
    ),
    "partenaires": (
        ("annuaire", "mandats"),
        ("appartenances", "plateforme"),
        ("admin", "chargement"),
    ),
    "concertation": (
        ("commun",),
        ("reunions",),
        ("agenda", "ordre_du_jour"),
        ("actions", "convocations"),
        ("modeles", "presences"),
        ("assiduite", "compte_rendu"),
        ("accueil", "demonstration", "seance"),
    ),
    "informations_sensibles": (
        ("commun",),
        ("secteurs", "circuits"),
        ("signalements",),
        ("dossiers",),
        ("informations",),
        ("transmissions", "signaler"),
        ("cellule",),
    ),
}
# Folders that Django names; and what every room may ask for at the root of a package.
A_DJANGO = {"management", "migrations", "templatetags"}
A_LA_RACINE = {"csil.cloison", "csil.settings"}
# guardian's readers ignore dates and say yes to superusers; these writers leave no history (conception §3, §10).
INTERDITS = {
    "get_perms",
    "get_user_perms",
    "get_group_perms",
    "get_objects_for_user",
    "get_users_with_perms",
    "ObjectPermissionChecker",
    "bulk_create",
    "bulk_update",
    "bulk_assign_perm",
    "assign_perm_to_many",
}
SANS_HISTORIQUE = {
    "EcheanceMandat": "a view",
    "Titulaire": "a view",
    "Suspension": "dated, signed and lifted once; written by the database, which keeps the journal's line",
    "Connexion": "the journal has its lines",
    "CorpsEnvoi": "written once, with its Envoi; csil_app may not change it",
    "DecisionPurge": "written once; csil_app may not change it",
    "EntreeJournal": "it is itself a history, append-only",
    "Envoi": "its states and their dates are its trace; acts of people on it are in the journal",
    "GroupeEnVigueur": "a view",
    "PieceJointe": "written once, with its Envoi; csil_app may not change it",
    "ProfilGroupe": "kept by the code, read-only for the application",
}
# Where a row is held otherwise than by an act of a person: why is beside each.
PRENNENT_UN_VERROU = {
    "csil/actes/acte.py",
    "csil/courrier/file.py",
    "concertation/actions/rappels.py",
    "concertation/convocations/rappels.py",
    "concertation/reunions/models.py",
    "informations_sensibles/dossiers/views/personne.py",
    "partenaires/mandats/actes.py",
}
MODELES_ET_ACTES = {"models", "actes", "droits", "visibilite", "etats"}
MISE_A_JOUR_EN_MASSE = re.compile(r"\.(objects|filter\([^)]*\)|exclude\([^)]*\)|all\(\))\.update\(")


def fichiers(dossier=""):
    racine = settings.RACINE / dossier
    return [f for f in racine.rglob("*.py") if f.relative_to(settings.RACINE).parts[0] in NOTRES]


def imports():
    """(file, its module, module imported) of every import of ours, those inside functions included."""
    for fichier in fichiers():
        if "migrations" not in fichier.parts:
            for module in modules_importes(fichier):
                if module.split(".")[0] in NOTRES:
                    yield fichier, nom_de(fichier), module


def nom_de(fichier):
    return ".".join(fichier.relative_to(settings.RACINE).with_suffix("").parts).removesuffix(".__init__")


def modules_importes(fichier):
    """« from csil.comptes import groupes » imports csil.comptes.groupes; « from csil.acces import acces » imports csil.acces."""
    for noeud in ast.walk(ast.parse(fichier.read_text())):
        if isinstance(noeud, ast.Import):
            yield from (nom.name for nom in noeud.names)
        elif isinstance(noeud, ast.ImportFrom):
            assert not noeud.level, f"{fichier} : un import relatif"
            for nom in noeud.names:
                entier = f"{noeud.module}.{nom.name}"
                chemin = settings.RACINE / entier.replace(".", "/")
                yield entier if chemin.is_dir() or chemin.with_suffix(".py").exists() else noeud.module


def etage_de(module):
    """Package, room and floor of a module; no room for what stands at the root of a package, above its rooms."""
    paquet, piece, *_ = [*module.split("."), ""]
    rangs = {nom: rang for rang, etage in enumerate(ETAGES[paquet]) for nom in etage}
    return (paquet, piece, rangs[piece]) if piece in rangs else (paquet, "", len(ETAGES[paquet]))


def test_un_paquet_n_importe_que_ceux_sur_lesquels_il_s_appuie():
    contraires = []
    for fichier, nom, module in imports():
        paquet = nom.split(".")[0]
        if module.split(".")[0] not in PAQUETS[paquet] | {paquet}:
            contraires.append(f"{fichier} importe {module}")
    assert not contraires


def test_une_piece_n_importe_que_les_etages_du_dessous():
    contraires = []
    for fichier, nom, module in imports():
        (paquet, piece, rang), (autre_paquet, autre, le_sien) = etage_de(nom), etage_de(module)
        meme = paquet == autre_paquet and piece != autre
        if piece and meme and le_sien >= rang and module not in A_LA_RACINE:
            contraires.append(f"{fichier} importe {module}")
    assert not contraires


def test_chaque_piece_a_son_etage():
    for paquet in NOTRES:
        pieces = {d.name for d in (settings.RACINE / paquet).iterdir() if (d / "__init__.py").exists()}
        assert pieces - A_DJANGO == {nom for etage in ETAGES[paquet] for nom in etage}, paquet


def test_aucun_dossier_n_est_une_foule():
    """At most 15 Python files in a folder: more is two rooms, or a room with folders."""
    foules = [
        f"{dossier} : {nombre}"
        for racine in (*NOTRES, "tests", "outils", "banc")
        for dossier in {f.parent for f in (settings.RACINE / racine).rglob("*.py")}
        if (nombre := len(list(dossier.glob("*.py")))) > 15
    ]
    assert not foules


def test_un_import_dans_une_fonction_dit_pourquoi():
    """Django’s loading order forces a few: a comment above the first of them, or beside it, says so."""
    muets = []
    for fichier in fichiers():
        texte = fichier.read_text()
        lignes = texte.splitlines()
        for fonction in (n for n in ast.walk(ast.parse(texte)) if isinstance(n, ast.FunctionDef)):
            dedans = [n.lineno for n in ast.walk(fonction) if isinstance(n, ast.Import | ast.ImportFrom)]
            if dedans and not any("#" in ligne for ligne in lignes[min(dedans) - 2 : min(dedans)]):
                muets.append(f"{fichier}:{min(dedans)}")
    assert not muets


def test_chaque_paquet_est_declare():
    """A new package says what it may import."""
    dossiers = {d.name for d in settings.RACINE.iterdir() if (d / "apps.py").exists()}
    assert dossiers == set(PAQUETS)


def test_ce_qui_est_interdit_n_est_nulle_part():
    for fichier in fichiers():
        if "migrations" in fichier.parts:
            continue
        source = fichier.read_text()
        noms = {n.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name)}
        noms |= {n.attr for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Attribute)}
        assert not noms & INTERDITS, f"{fichier} : {noms & INTERDITS}"
        assert not MISE_A_JOUR_EN_MASSE.search(source), f"{fichier} : update() n’écrit pas d’historique"


def test_une_ligne_se_verrouille_dans_un_acte():
    """A row is held by `csil.actes` for a person’s act; what the clock and the mail queue take in turn is theirs."""
    ailleurs = [
        str(fichier.relative_to(settings.RACINE))
        for fichier in fichiers()
        if "select_for_update" in fichier.read_text()
    ]
    assert set(ailleurs) <= PRENNENT_UN_VERROU, set(ailleurs) - PRENNENT_UN_VERROU


def test_sous_les_vues_rien_ne_parle_de_pages():
    """A record refuses in words (`ActeRefuse`, `Disparu`): which page that is, is said where pages are made."""
    bavards = [
        f"{fichier} : {nom}"
        for fichier in fichiers()
        if {fichier.stem, fichier.parent.name} & MODELES_ET_ACTES and "views" not in fichier.parts
        for nom in ("Http404", "PermissionDenied", "redirect(", "messages.")
        if nom in fichier.read_text() and "csil/actes" not in str(fichier)
    ]
    assert not bavards


def test_has_perm_n_est_jamais_demande_sur_un_objet():
    for fichier in fichiers():
        for noeud in ast.walk(ast.parse(fichier.read_text())):
            if isinstance(noeud, ast.Call) and getattr(noeud.func, "attr", "") == "has_perm":
                assert len(noeud.args) == 1, f"{fichier}:{noeud.lineno}"


def test_un_seul_backend_le_notre():
    assert settings.AUTHENTICATION_BACKENDS == ["csil.comptes.allauth.Backend"]


def test_tout_enregistrement_a_son_historique():
    for paquet in NOTRES:
        for modele in apps.get_app_config(paquet).get_models():
            nom = modele.__name__
            if nom.startswith("Historical") or nom in SANS_HISTORIQUE or modele._meta.auto_created:
                continue
            assert hasattr(modele, "history"), f"{nom} n’a pas d’historique"


def test_les_groupes_sont_donnes_par_un_modele_explicite():
    """A many-to-many table has an author: an explicit through model, or history over its rows."""
    for paquet in NOTRES:
        for modele in apps.get_app_config(paquet).get_models():
            if modele.__name__.startswith("Historical"):
                continue
            suivis = (
                getattr(modele.history.model, "_history_m2m_fields", ()) if hasattr(modele, "history") else ()
            )
            for champ in modele._meta.local_many_to_many:
                suivi = champ.name in {c.name for c in suivis}
                assert suivi or not champ.remote_field.through._meta.auto_created, (
                    f"{modele.__name__}.{champ.name}"
                )


def vues(resolveur=None, prefixe=""):
    for motif in (resolveur or get_resolver()).url_patterns:
        adresse = prefixe + str(motif.pattern)
        if isinstance(motif, URLPattern):
            yield adresse, motif
        else:
            yield from vues(motif, adresse)


def test_toute_vue_declare_son_acces():
    """Who may reach it is on the line above it; the admin site has one door of its own."""
    for adresse, motif in vues():
        assert adresse.startswith("admin/") or hasattr(motif.callback, "acces"), f"{adresse} ne déclare rien"


def test_l_adresse_la_vue_et_le_gabarit_portent_le_meme_nom():
    for adresse, motif in vues():
        a_nous = motif.callback.__module__.split(".")[0] in NOTRES and not adresse.startswith("admin/")
        if a_nous and motif.name and "2fa" not in adresse:
            *_, piece, fichier = motif.callback.__module__.split(".")
            nom = piece.rstrip("s") if fichier == "views" else fichier
            noms = {motif.callback.__name__, f"{nom}_{motif.callback.__name__}"}
            assert motif.name.replace("-", "_") in noms, adresse


def test_les_verrous_ne_nomment_aucun_hote():
    for nom in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (settings.RACINE / nom).read_text()
