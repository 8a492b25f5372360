"""At 10,000 dossiers, behind the wall, the lists of the Cellule are read by their indexes: a plan is looked at, not timed."""

import re

import pytest
from django.db import connection

from banc.donnees import MOTS, grandir, membres, peupler_les_gens
from csil.identite import au_nom_de
from csil.recherche import en_mots
from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.commun.recherche import contenant
from informations_sensibles.dossiers.models import Dossier, DroitDossier
from informations_sensibles.informations.models import Information
from tests.outils import proprietaire

GRANDES = ("dossier", "information", "droitdossier")


@pytest.fixture
def place_rendue(django_db_setup, django_db_blocker):
    """Empty the files of what the test rolled back, and the planner of what it believes of them."""
    yield
    with django_db_blocker.unblock(), proprietaire(), connection.cursor() as curseur:
        curseur.execute("VACUUM")


@pytest.fixture
def grande(place_rendue, distribution):
    """Twenty members of two hundred dossiers each, among 10,000."""
    with proprietaire():
        CategorieDonnee.objects.get_or_create(libelle="Contexte social")
        peupler_les_gens(20)
        grandir(10_000, informations_par_dossier=3)
        return membres()[0]


def plan(requete) -> str:
    sql, parametres = requete.query.sql_with_params()
    with connection.cursor() as curseur:
        curseur.execute(f"EXPLAIN {sql}", parametres)
        return "\n".join(ligne for (ligne,) in curseur.fetchall())


def lectures_entieres(plan: str) -> list[str]:
    """Large tables that the plan reads from end to end."""
    return [table for table in GRANDES if re.search(rf"Seq Scan on informations_sensibles_{table}\b", plan)]


def listes_du_membre(user):
    dossiers, informations = Dossier.objects.visible_to(user), Information.objects.visible_to(user)
    yield "page", dossiers.order_by("-propose_le", "-pk")[:25]
    yield "compte", dossiers.order_by().values("pk")[:1001]
    yield "filtre", dossiers.filter(etat="en_suivi", mineur="oui").order_by("-propose_le", "-pk")[:25]
    yield (
        "recherche",
        contenant(Information.objects, user, MOTS["moyen"]).visible_to(user).order_by("-saisie_le")[:25],
    )
    yield "liste cherchée", contenant(informations, user, MOTS["moyen"]).order_by("-saisie_le")[:25]
    yield "recherche de dossiers", contenant(dossiers, user, "retrait").order_by("-propose_le")[:25]
    un = DroitDossier.objects.filter(user=user)[0].content_object
    yield "informations d’un dossier", informations.filter(dossier=un).order_by("-saisie_le")
    yield "un dossier", dossiers.filter(pk=un.pk)


def test_un_membre_lit_par_les_index(grande):
    with au_nom_de(grande, second_facteur=True):
        assert Dossier.objects.visible_to(grande).count() > 150
        fautes = {
            nom: lus for nom, requete in listes_du_membre(grande) if (lus := lectures_entieres(plan(requete)))
        }
    assert not fautes


def test_le_noyau_lit_par_les_index(grande, distribution):
    """It sees everything: pages follow the index of the dates, and counting stops at a thousand."""
    noyau = distribution.bourgmestre
    with au_nom_de(noyau, second_facteur=True):
        dossiers = Dossier.objects.visible_to(noyau)
        assert dossiers.count() == 10_000
        assert not lectures_entieres(plan(dossiers.order_by("-propose_le", "-pk")[:25]))
        trouves = contenant(Information.objects.visible_to(noyau), noyau, MOTS["moyen"])
        assert trouves.exists() and not lectures_entieres(plan(trouves.order_by("-saisie_le")[:25]))


def test_la_recherche_du_noyau_passe_par_l_index_des_mots(grande):
    """What `csil_chercher_informations` runs inside, as the owner that it runs as."""
    with proprietaire(), connection.cursor() as curseur:
        curseur.execute(
            "EXPLAIN SELECT id FROM informations_sensibles_information i WHERE i.recherche @@ csil_demande(%s)",
            [en_mots("zirconium")],
        )
        lu = "\n".join(ligne for (ligne,) in curseur.fetchall())
    assert "information_mots" in lu and not lectures_entieres(lu)
