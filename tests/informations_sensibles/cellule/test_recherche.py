"""Search in the Cellule: by reference, by words, by name for who may reveal it; what may not be seen leaves no trace (R74)."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from csil.journal.models import EntreeJournal
from informations_sensibles.commun.recherche import lire_reference
from informations_sensibles.dossiers.models import Niveau
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.ecritures import lu
from tests.outils import proprietaire


@pytest.fixture
def deux(distribution):
    """A dossier of the member, one that only the legal core reads; both speak of the same quarter."""
    gens = distribution
    with proprietaire():
        sien = dossiers.dossier(gens.membre_cellule, signes="Absences répétées à l’atelier de Droixhe.")
        autre = dossiers.dossier(gens.referent, signes="Absences répétées au club de Droixhe.")
        dossiers.finie(gens.membre_cellule, sien, synthese="Une éducatrice l’a rencontré à Droixhe.")
        dossiers.finie(gens.referent, autre, synthese="Une voisine l’a rencontré à Droixhe.")
        for suivi, prenom in ((sien, "Célestin"), (autre, "Apolline")):
            personne = dossiers.implication(suivi, suivi.pilote)
            dossiers.identite(suivi.pilote, implication=personne, prenom=prenom, nom="Vandersmissen-Dubois")
    return sien, autre


def chercher(client, demande):
    return lu(client.get(reverse("recherche"), {"q": demande}))


def test_des_mots_sans_accents_dans_ce_qu_on_peut_lire(deux, distribution, client_de):
    sien, autre = deux
    page = chercher(client_de(distribution.membre_cellule), "repetees droixhe")
    assert sien.reference in page and autre.reference not in page and "1 dossier" in page
    page = chercher(client_de(distribution.membre_cellule), "rencontré droixhe")
    assert "éducatrice" in page and "voisine" not in page and "1 information" in page
    page = chercher(client_de(distribution.bourgmestre), "absence droixhe")
    assert sien.reference in page and autre.reference in page and "2 dossiers" in page
    assert "Rien de ce que vous pouvez lire" in chercher(client_de(distribution.membre_cellule), "voisine")


def test_une_reference_comme_on_la_dicte(deux, distribution, client_de):
    sien, autre = deux
    membre = client_de(distribution.membre_cellule)
    for dite in (sien.reference, sien.reference.lower(), sien.reference.replace("-", " ")):
        assert f">{sien.reference}</a>" in chercher(membre, dite)
    assert f">{autre.reference}</a>" not in chercher(membre, autre.reference)
    assert lire_reference("d7f3k29") == lire_reference("D 7F3K 29") == "D-7F3K-29"
    assert not lire_reference("Retrait")
    assert lire_reference("absences")  # a word too, on the page of the search and in the lists
    assert f">{sien.reference}</a>" in chercher(membre, "absences")
    assert f">{sien.reference}</a>" in lu(membre.get(reverse("dossiers"), {"q": "absences"}))
    with proprietaire():
        ecrite = sien.informations.get().reference
    for dite in (ecrite, ecrite.lower().replace("-", "")):
        assert f">{ecrite}</a>" in lu(membre.get(reverse("informations"), {"q": dite}))


@pytest.mark.parametrize("demande", ["", "   ", "de la", "'; DROP TABLE", "& | !", "*", "D-", "0" * 300])
def test_une_demande_quelconque_ne_casse_rien(demande, deux, distribution, client_de):
    for personne in (distribution.membre_cellule, distribution.bourgmestre):
        assert client_de(personne).get(reverse("recherche"), {"q": demande}).status_code == 200


def test_une_personne_se_cherche_avec_un_motif_par_qui_peut_la_reveler(deux, distribution, client_de):
    sien, autre = deux
    adresse, donnees = (
        reverse("recherche-personne"),
        {"nom": "celestin vandersmissen", "motif": "Un second rapport."},
    )
    page = lu(client_de(distribution.membre_cellule).post(adresse, donnees))
    assert sien.reference in page and autre.reference not in page
    reponse = page[page.index('id="reponse"') : page.index("<form")]
    assert "vandersmissen" not in reponse.lower()
    ligne = EntreeJournal.objects
    with proprietaire():
        ligne = EntreeJournal.objects.filter(acte="cellule.recherche_personne").latest("quand")
    assert ligne.motif == "Un second rapport." and ligne.qui == distribution.membre_cellule

    with proprietaire():  # a reader of the circle does not reveal
        dossiers.inviter(sien, distribution.officier_information, Niveau.LIRE)
    page = lu(client_de(distribution.officier_information).post(adresse, donnees))
    assert sien.reference not in page and "Aucun dossier" in page


def test_le_nom_ne_va_ni_au_journal_ni_dans_l_adresse(deux, distribution, client_de):
    adresse = reverse("recherche-personne")
    membre = client_de(distribution.membre_cellule)
    page = lu(membre.post(adresse, {"nom": "Célestin Vandersmissen", "motif": "Pour Vandersmissen."}))
    assert "écrivez-le sans le nom" in page
    page = lu(membre.post(adresse, {"nom": "Vandersmissen", "motif": "Un second rapport."}))
    assert "Donnez le prénom et le nom" in page
    with proprietaire():
        assert not EntreeJournal.objects.filter(motif__icontains="vandersmissen").exists()
    assert "Vandersmissen" not in lu(membre.get(adresse, {"nom": "Vandersmissen", "motif": "x"}))


def test_ce_qui_est_ferme_ne_laisse_pas_de_trace(deux, distribution, client_de):
    """Blocked, under an embargo, a word of a masked passage: neither a line nor a count, for the core either."""
    sien, autre = deux
    bourgmestre = client_de(distribution.bourgmestre)
    with proprietaire():
        dossiers.bloquer(distribution.bourgmestre, autre, distribution.chef_de_corps)
        tenue = dossiers.finie(distribution.membre_cellule, sien, synthese="Un zirconium à Droixhe.")
        dossiers.embargo(tenue, distribution.officier_information)
    page = chercher(bourgmestre, "droixhe")
    assert (
        autre.reference not in page
        and "voisine" not in page
        and "1 dossier" in page
        and "1 information" in page
    )
    assert "Rien de ce que vous pouvez lire" in chercher(bourgmestre, "zirconium")


@pytest.mark.parametrize("login", ["membre_cellule", "bourgmestre"])
def test_vingt_cinq_lignes_leur_compte_et_le_chemin_des_autres(login, deux, distribution, client_de):
    """In as many queries for thirty as for one."""
    sien, _ = deux
    client = client_de(getattr(distribution, login))
    chercher(client, "éducatrice")
    with CaptureQueriesContext(connection) as peu:
        assert "1 information" in chercher(client, "éducatrice")
    with proprietaire():
        for rang in range(30):
            dossiers.finie(distribution.membre_cellule, sien, synthese=f"Une éducatrice, semaine {rang}.")
    with CaptureQueriesContext(connection) as beaucoup:
        page = chercher(client, "éducatrice")
    assert len(peu) == len(beaucoup)
    assert page.count("Une éducatrice, semaine") == 25 and "31 informations" in page
    toutes = re.search(r'href="([^"]+)">les voir toutes', page)[1]
    assert "31 informations" in lu(client.get(toutes))
