"""Attendance over the year: counted by partner and sector, drawn, in a table, and taken away."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from concertation.assiduite.assiduite import Assiduite
from concertation.convocations.actes.reunion import annuler, inviter
from concertation.convocations.models import Reponse
from concertation.presences import actes as presences
from csil.journal.models import EntreeJournal
from partenaires.annuaire.models import Partenaire
from tests.concertation.ecritures import point, reunion
from tests.outils import proprietaire

pytestmark = pytest.mark.dates

ADRESSE = "/concertation/assiduite/"


@pytest.fixture
def client(distribution, client_de):
    return client_de(distribution.agent_saj)


def page(reponse) -> str:
    return reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def convoquer(ici, par, code, nom, reponse=Reponse.SANS):
    partenaire = Partenaire.objects.get(code=code) if code else None
    convocation = inviter(
        ici,
        par=par,
        nom=nom,
        courriel=f"{nom.lower().replace(' ', '-')}@csil.example",
        partenaire=partenaire,
    )
    if reponse != Reponse.SANS:
        convocation.reponse = reponse
        convocation.save()
    return convocation


def tenue(par, jours=-3):
    """The CRIPEL came with two people, one AMO excused itself, the other said nothing, somebody came for nobody."""
    ici = reunion(par, jours)
    point(ici, par)
    la = [
        convoquer(ici, par, "cripel", "Une agente"),
        convoquer(ici, par, "cripel", "Un agent"),
        convoquer(ici, par, None, "Une experte"),
    ]
    convoquer(ici, par, "amo-droit-des-jeunes", "Une AMO", Reponse.EXCUSE)
    convoquer(ici, par, "amo-service-actions-sociales", "Autre AMO")
    ici.tenir(par=par)
    for convocation in la:
        presences.arriver(convocation, par=par)
    return ici


@pytest.fixture
def annee(distribution):
    with proprietaire():
        return timezone.localtime(tenue(distribution.referent).debut).year


def test_un_partenaire_compte_une_fois_par_reunion(annee, distribution):
    bilan = Assiduite(distribution.referent, annee)
    lignes = {
        ligne.nom: (ligne.present, ligne.excuse, ligne.absent, ligne.taux) for ligne in bilan.partenaires
    }
    assert lignes == {
        "AMO Droit des Jeunes": (0, 1, 0, 0),
        "AMO Service d’Actions Sociales": (0, 0, 1, 0),
        "Centre Régional d’Intégration des Personnes étrangères": (1, 0, 0, 100),
        "Hors partenaire": (1, 0, 0, 100),
    }
    assert [(ligne.nom, ligne.present, ligne.invitations) for ligne in bilan.secteurs] == [
        ("Aide en milieu ouvert", 0, 2),
        ("Hors partenaire", 1, 1),
        ("Intégration", 1, 1),
    ]


def test_le_dessin_a_sa_phrase_et_son_tableau(annee, client):
    texte = page(client.get(ADRESSE))
    assert 'role="img"' in texte and "Aide en milieu ouvert : 0 sur 2" in texte
    assert "<details" in texte and texte.count("<caption") == 2 and 'width="100%"' in texte


def test_une_reunion_a_venir_ou_annulee_ne_compte_pas(annee, client, distribution):
    with proprietaire():
        ailleurs = reunion(distribution.referent, 0, debut=timezone.now() + timedelta(minutes=5))
        convoquer(ailleurs, distribution.referent, "cpas", "Un CPAS")
        annuler(ailleurs, par=distribution.referent, motif="La salle est prise.")
    assert "CPAS" not in page(client.get(ADRESSE, {"annee": annee}))


@pytest.mark.parametrize("demande", ["2011", "x", "99999", "-1", ""])
def test_une_annee_sans_rien_le_dit(demande, client):
    assert "Aucune présence n’est notée cette année-là." in page(client.get(ADRESSE, {"annee": demande}))


def test_les_exports(annee, client, distribution, parler):
    texte = client.get(f"{ADRESSE}export.csv", {"annee": annee}).content.decode("utf-8-sig")
    lignes = list(csv.DictReader(StringIO(texte), delimiter=";"))
    assert lignes[2]["Partenaire"].startswith("Centre Régional") and lignes[2]["Présence (%)"] == "100"
    feuille = load_workbook(BytesIO(client.get(f"{ADRESSE}export.xlsx").content)).active
    assert feuille.max_row == 5 and feuille["A1"].value == "Partenaire"
    with parler(distribution.agent_saj):
        lignes = EntreeJournal.objects.filter(acte="concertation.assiduite_exportee")
        assert [ligne.motif for ligne in lignes] == [str(annee)] * 2


def requetes(client, adresse) -> int:
    with CaptureQueriesContext(connection) as lues:
        assert client.get(adresse).status_code == 200
    return len(lues)


@pytest.mark.parametrize("adresse", [ADRESSE, f"{ADRESSE}export.csv"])
def test_autant_de_requetes_pour_une_reunion_que_pour_dix(adresse, annee, client, distribution):
    client.get(adresse)
    une = requetes(client, adresse)
    with proprietaire():
        for jours in range(4, 13):
            tenue(distribution.referent, -jours)
    assert requetes(client, adresse) == une
