"""The partners' file: the real one, loaded twice, changed by people, and malformed in every way."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from partenaires.annuaire.models import Fonction, Implantation, Niveau, Partenaire, Secteur, Service
from partenaires.chargement.lecture import lire
from partenaires.plateforme.models import GroupeTravail, Plateforme, Poste
from tests.outils import proprietaire

FICHIER = settings.RACINE / "partenaires" / "donnees" / "partenaires-liege.yaml"
SUIVIS = (Partenaire, Service, Implantation, Fonction, Secteur, Niveau, Plateforme, Poste, GroupeTravail)
SAJ = "Service d’Aide à la Jeunesse"


def charger(chemin=FICHIER) -> str:
    sortie = StringIO()
    with proprietaire():
        call_command("charger_partenaires", chemin, stdout=sortie)
    return sortie.getvalue()


def etat():
    """All that a loading can write, history included."""
    return {m: (list(m.objects.values().order_by("pk")), m.history.count()) for m in SUIVIS}


@pytest.fixture
def fichier(tmp_path):
    """`fichier(("old", "new"), …)`: the real file with these replacements, and the line of the first."""

    def ecrire(*remplacements):
        texte = FICHIER.read_text()
        for ancien, nouveau in remplacements:
            assert ancien in texte
            ligne = texte[: texte.index(ancien)].count("\n") + 1
            texte = texte.replace(ancien, nouveau, 1)
        chemin = tmp_path / "partenaires.yaml"
        chemin.write_text(texte)
        return chemin, ligne

    return ecrire


def test_exactement_dix_sept_partenaires_dont_sept_a_confirmer(distribution):
    assert Partenaire.objects.compter() == {"total": 17, "verifies": 10, "a_confirmer": 7}
    assert Partenaire.objects.count() == len(lire(FICHIER).partenaires)
    assert (Service.objects.count(), Implantation.objects.count(), Fonction.objects.count()) == (8, 2, 2)


def test_un_financeur_n_est_pas_un_partenaire(distribution):
    """R11: the European co-funding is a note of the platform."""
    assert not Partenaire.objects.filter(nom__icontains="financ").exists()
    assert not Niveau.objects.filter(code="union_europeenne").exists()
    assert Plateforme.objects.get().financement == "Cofinancé par l’Union européenne"


def test_la_carte_et_le_pilotage_de_la_source(distribution):
    carte = Plateforme.objects.get()
    assert (carte.commune, carte.prevention, carte.contact) == ("Liège", "Tertiaire", "")
    assert [poste.code for poste in Poste.objects.all()] == [
        "bourgmestre",
        "chef_de_corps",
        "referent_radicalisme",
        "contact_tfl",
    ]
    assert [groupe.code for groupe in GroupeTravail.objects.all()] == [
        "concertation_intersectorielle",
        "cellule_informations_sensibles",
    ]
    assert all(groupe.objet for groupe in GroupeTravail.objects.all())


def test_une_seconde_fois_rien_ne_change(distribution):
    avant = etat()
    sortie = charger()
    assert etat() == avant
    assert "Inchangés, partenaires : 17" in sortie
    assert "Créés" not in sortie and "Changés" not in sortie and "Laissé" not in sortie


def test_ce_que_le_fichier_a_dit_le_dernier_il_peut_le_changer(distribution, fichier):
    chemin, _ = fichier(("niveau: cpas\n", "niveau: ville\n"), ('nom: "CPAS"', 'nom: "CPAS de Liège"'))
    sortie = charger(chemin)
    cpas = Partenaire.objects.get(code="cpas")
    assert (cpas.nom, cpas.niveau.code, cpas.version) == ("CPAS de Liège", "ville", 2)
    assert "Changés, partenaires : 1" in sortie and "CPAS de Liège (nom, niveau)" in sortie


def test_ce_que_des_personnes_ont_change_reste(distribution, fichier):
    """Field by field, and even after a later loading changed another field of the same record."""
    with proprietaire():
        saj = Partenaire.objects.get(code="saj")
        saj.nom = "SAJ de Liège"
        saj.save()
    premier, _ = fichier((f'nom: "{SAJ}"', f'nom: "{SAJ} (bis)"'), ("acronyme: SAJ", "acronyme: SAJL"))
    assert "SAJ de Liège (nom)" in charger(premier)
    second, _ = fichier((f'nom: "{SAJ}"', 'nom: "Encore un autre nom"'), ("acronyme: SAJ", "acronyme: SAJ2"))
    charger(second)
    saj.refresh_from_db()
    assert (saj.nom, saj.acronyme) == ("SAJ de Liège", "SAJ2")


def test_ce_que_des_personnes_ont_renomme_ou_supprime_ne_revient_pas(distribution):
    with proprietaire():
        service = Service.objects.get(nom="Openado")
        service.nom = "Openado Liège"
        service.save()
        Fonction.objects.get(nom="Fonctionnaire de prévention").delete()
        Partenaire.objects.get(code="service-social-seraing").delete()
    sortie = charger()
    assert not Service.objects.filter(nom="Openado").exists()
    assert Fonction.objects.count() == 1 and Partenaire.objects.count() == 16
    for laisse in ("service « Openado »", "fonction « Fonctionnaire de prévention »", "Seraing » (supprimé)"):
        assert laisse in sortie


def test_un_partenaire_retire_du_fichier_reste(distribution, tmp_path):
    texte = FICHIER.read_text()
    debut, fin = texte.index("  - code: cpas"), texte.index("  - code: universite-de-liege")
    chemin = tmp_path / "sans-cpas.yaml"
    chemin.write_text(texte[:debut] + texte[fin:])
    assert "CPAS" in charger(chemin)
    assert Partenaire.objects.filter(code="cpas").exists()


def test_parent_nomme_avant_ou_apres(distribution, fichier):
    chemin, _ = fichier(
        ("  - code: cabinet-bourgmestre\n", "  - code: cabinet-bourgmestre\n    parent: cpas\n")
    )
    charger(chemin)
    assert Partenaire.objects.get(code="cabinet-bourgmestre").parent.code == "cpas"


MALFORMES = {
    "yaml": (('    nom: "CPAS"', '    nom: "CPAS'), "regardez à partir de la ligne 98", None),
    "cle_manquante": (("    statut_fiche: ok\n", ""), "« statut_fiche » manque", None),
    "statut_inconnu": (
        ("statut_fiche: a_confirmer", "statut_fiche: peut_etre"),
        "« peut_etre » est inconnu",
        0,
    ),
    "code_double": (("code: saj", "code: cpas"), "le code « cpas » est déjà celui", None),
    "mauvais_type": (
        ('services: ["Fac Psychologie"]', "services: Fac Psychologie"),
        "doit être une liste",
        0,
    ),
    "nombre": (('nom: "CPAS"', "nom: 4000"), "« nom » doit être un texte", 0),
    "cle_inconnue": (("acronyme: CPAS", "sigle: CPAS"), "« sigle » est inconnu", 0),
    "cle_double": (("acronyme: CPAS", 'nom: "CPAS"'), "« nom » est donné deux fois", 0),
    "secteur_inconnu": (("secteur: police", "secteur: sport"), "« secteur : sport » est inconnu", 0),
    "tutelle_inconnue": (
        ("tutelle: communaute_francaise", "tutelle: lune"),
        "« tutelle : lune » est inconnu",
        0,
    ),
    "niveau_du_financeur": (
        ("niveau: ville", "niveau: union_europeenne"),
        "« niveau : union_europeenne »",
        0,
    ),
    "parent_inconnu": (("code: cpas\n", "code: cpas\n    parent: personne\n"), "parent : personne", 1),
    "financeur": (('nom: "CPAS"', 'nom: "Cofinancé par l’Union européenne"'), "pas un partenaire", 0),
    "section_inconnue": (("pilotage:", "pilotages:"), "la section « pilotages » est inconnue", 0),
}


@pytest.mark.parametrize("faute", MALFORMES)
def test_un_fichier_malforme_ne_change_rien_et_nomme_la_ligne(faute, distribution, fichier):
    remplacement, phrase, decalage = MALFORMES[faute]
    chemin, ligne = fichier(remplacement)
    avant = etat()
    with pytest.raises(CommandError) as erreur:
        charger(chemin)
    assert etat() == avant
    message = str(erreur.value)
    assert phrase in message and message.startswith("Ligne ") and message.endswith("Rien n’a été chargé.")
    if decalage is not None:
        assert message.startswith(f"Ligne {ligne + decalage} :")


@pytest.mark.parametrize("contenu", ["", "- une liste\n", "meta: {}\n", "[", "a: *b\n", "a: \x00\n"])
def test_ce_qui_n_est_pas_un_fichier_de_partenaires(contenu, distribution, tmp_path):
    chemin = tmp_path / "autre.yaml"
    chemin.write_text(contenu)
    with pytest.raises(CommandError, match="^Ligne 1 : "):
        charger(chemin)


def test_un_fichier_qui_n_est_pas_en_utf_8(distribution, tmp_path):
    chemin = tmp_path / "latin.yaml"
    chemin.write_bytes("source: x\nmeta: « Liège »".encode("latin-1"))
    with pytest.raises(CommandError, match="^Ligne 2 : le fichier n’est pas enregistré en UTF-8"):
        charger(chemin)


def test_un_fichier_absent(distribution, tmp_path):
    with pytest.raises(CommandError, match="ne peut pas être lu"):
        charger(tmp_path / "rien.yaml")
