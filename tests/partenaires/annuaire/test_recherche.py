"""Whom to call: the directory's search."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partenaires.annuaire.models import Contact, Implantation, Offre, Partenaire, Quartier, Theme
from partenaires.annuaire.recherche import chercher
from tests.outils import proprietaire

TROUVES = {
    "universite liege": {"universite-de-liege"},
    "Liège UNIVERSITÉ": {"universite-de-liege"},
    "saj": {"saj"},
    "SAJ": {"saj"},
    "droit jeunes": {"amo-droit-des-jeunes"},
    "jeunes droit": {"amo-droit-des-jeunes"},
    "fac psychologie": {"universite-de-liege"},
    "herstal": {"amo-service-actions-sociales"},
    "saint léonard": {"amo-service-actions-sociales"},
    "st-leonard": {"amo-service-actions-sociales"},
    "cripel": {"cripel"},
    "l’intégration": {"cripel"},
    "d'intégration étrangères": {"cripel"},
    "amo": {"amo-droit-des-jeunes", "amo-service-actions-sociales"},
    "caaj": {"aide-jeunesse-caaj"},
    "dsq": {"plan-prevention-dsq"},
    "pcs": {"plan-cohesion-sociale"},
    "renseignements": {"police-locale-liege"},
    "fonctionnaire prévention": {"plan-prevention-dsq"},
    "openado": {"province-de-liege"},
    "psycho liège": {"universite-de-liege", "province-de-liege"},
    "sychologie": set(),
    "saj herstal": set(),
    "cofinancé": set(),
    "zzz": set(),
}


@pytest.mark.parametrize("demande", TROUVES)
def test_trouver(demande, distribution):
    trouves = chercher(Partenaire.objects.all(), demande).values_list("code", flat=True)
    assert sorted(trouves) == sorted(TROUVES[demande])


@pytest.mark.parametrize("demande", ["", "   ", "%", "'\"--", "« »"])
def test_sans_mot_rien_n_est_filtre(demande, distribution):
    assert chercher(Partenaire.objects.all(), demande).count() == 17


@pytest.mark.parametrize("demande", ["⑴", "a_b", "100%", r"\m", "a'; DROP TABLE x", "œuvre", "x" * 300])
def test_rien_de_ce_qu_on_tape_n_est_un_motif(demande, distribution):
    assert chercher(Partenaire.objects.all(), demande).count() == 0


@pytest.fixture
def cpas(distribution):
    """A record that is found by each of its parts, several times over."""
    with proprietaire():
        cpas = Partenaire.objects.get(code="cpas")
        for rang in (1, 2):
            Contact.objects.create(
                partenaire=cpas, nom=f"Guichet {rang}", fonction="Médiation", courriel="a@csil.example"
            )
            Implantation.objects.create(
                partenaire=cpas,
                nom=f"Bâtiment {rang}",
                quartier=Quartier.objects.create(nom=f"Bressoux {rang}"),
            )
            offre = Offre.objects.create(partenaire=cpas, intitule=f"Épicerie {rang}", public="Ménages")
            offre.themes.add(Theme.objects.create(nom=f"Dettes {rang}"))
            offre.quartiers.add(Quartier.objects.create(nom=f"Sclessin {rang}"))
    return cpas


@pytest.mark.parametrize(
    "demande",
    [
        "guichet",
        "mediation",
        "batiment",
        "bressoux",
        "epicerie",
        "menages",
        "dettes",
        "sclessin",
        "cpas dettes 2",
    ],
)
def test_trouver_par_chaque_partie_de_la_fiche_et_une_seule_fois(demande, cpas):
    assert list(chercher(Partenaire.objects.all(), demande)) == [cpas]


def test_ce_qui_change_se_trouve_aussitot(cpas):
    """Nothing is copied for the search, so nothing goes stale."""
    with proprietaire():
        contact = cpas.contacts.first()
        contact.nom = "Écrivain public"
        contact.save()
    assert list(chercher(Partenaire.objects.all(), "ecrivain")) == [cpas]


def test_une_seule_requete(cpas):
    with CaptureQueriesContext(connection) as requetes:
        list(chercher(Partenaire.objects.all(), "cpas dettes sclessin guichet"))
    assert len(requetes) == 1
