"""What leaves the directory: CSV, spreadsheet, vCard; harmless, complete and journalled."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
import vobject

from csil.fichiers.exports import en_csv, en_xlsx
from csil.journal.models import EntreeJournal
from partenaires.annuaire.models import AdresseSujet, Contact, Nature, Partenaire, Service
from tests.outils import proprietaire

FORMULES = ["=1+1", "+32", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1"]


@pytest.fixture
def client(distribution, client_de):
    return client_de(distribution.agent_saj)


def lire_csv(reponse):
    texte = reponse.content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(texte, newline=""), delimiter=";"))


def test_csv_de_l_annuaire(client):
    reponse = client.get("/partenaires/export.csv")
    assert reponse.content.startswith(b"\xef\xbb\xbf")
    assert reponse["Content-Disposition"] == 'attachment; filename="partenaires.csv"'
    assert not reponse.streaming
    lignes = lire_csv(reponse)
    assert len(lignes) == 17
    amo = next(ligne for ligne in lignes if ligne["Partenaire"] == "AMO Service d’Actions Sociales")
    assert amo["Implantations"] == "Herstal ; St Leonard" and amo["Fiche"] == "Vérifiée"
    assert amo["Tutelle"] == "Communauté française" and amo["Sigle"] == "AMO"


def test_l_export_suit_les_filtres(client):
    assert [ligne["Sigle"] for ligne in lire_csv(client.get("/partenaires/export.csv?q=saj"))] == ["SAJ"]


def test_la_question_a_regler_ne_sort_pas(client):
    """It is for the Référent and the partner's own people."""
    question = Partenaire.objects.get(code="province-de-liege").note
    assert question and question not in client.get("/partenaires/export.csv").content.decode()


@pytest.mark.parametrize("formule", FORMULES)
def test_aucune_formule_dans_un_csv(formule):
    texte = en_csv("essai", ["Nom"], [[formule]]).content.decode("utf-8-sig")
    (_, (cellule,)) = csv.reader(StringIO(texte, newline=""), delimiter=";")
    assert cellule == f"'{formule}"


def test_le_reste_d_un_csv_est_tel_quel():
    texte = en_csv("essai", ["Nom", "Note"], [['Un « nom » ; "cité"', None]]).content.decode("utf-8-sig")
    assert list(csv.reader(StringIO(texte, newline=""), delimiter=";"))[1] == ['Un « nom » ; "cité"', ""]


def test_un_tableur_ne_contient_que_des_textes():
    adresse = "https://csil.example/"
    octets = en_xlsx("essai", ["Nom"], [[f] for f in (*FORMULES, adresse, 12, None)]).content
    with ZipFile(BytesIO(octets)) as classeur:
        feuille = classeur.read("xl/worksheets/sheet1.xml").decode()
        textes = classeur.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in feuille and "hyperlink" not in feuille
    assert "=1+1" in textes and adresse in textes


def test_xlsx_de_l_annuaire(client):
    reponse = client.get("/partenaires/export.xlsx")
    with ZipFile(BytesIO(reponse.content)) as classeur:
        assert "Université de Liège" in classeur.read("xl/sharedStrings.xml").decode()
    assert reponse["Content-Type"].endswith("spreadsheetml.sheet")


def test_un_export_est_une_communication_au_journal(client, distribution, parler):
    client.get("/partenaires/export.csv?q=saj")
    with parler(distribution.dpo):
        entree = EntreeJournal.objects.get(acte="partenaires.annuaire_exporte")
        assert (entree.qui, entree.verbe, entree.motif) == (
            distribution.agent_saj,
            "communication",
            "1 fiche",
        )


@pytest.fixture
def contact(distribution):
    with proprietaire():
        police = Partenaire.objects.get(code="police-locale-liege")
        contact = Contact.objects.create(
            partenaire=police,
            nom="Accueil du plan",
            fonction="Coordination ; prévention",
            service=Service.objects.get(nom="Plan Zonal de Sécurité"),
            telephone="+32 (0)0 000 00 00",
            courriel="plan@csil.example",
        )
        AdresseSujet.objects.create(contact=contact, sujet="Écoles", courriel="ecoles@csil.example")
    return contact


def test_vcard_d_un_service(client, contact, distribution, parler):
    reponse = client.get(f"/partenaires/contacts/{contact.pk}/vcard.vcf")
    assert reponse["Content-Type"] == "text/vcard; charset=utf-8"
    carte = vobject.readOne(reponse.content.decode())
    assert carte.fn.value == "Accueil du plan"
    assert carte.org.value == ["Police locale de Liège", "Plan Zonal de Sécurité"]
    assert carte.title.value == "Coordination ; prévention"
    assert carte.tel.value == contact.telephone
    assert [c.value for c in carte.contents["email"]] == ["plan@csil.example", "ecoles@csil.example"]
    assert carte.contents["x-ablabel"][0].value == "Écoles"
    with parler(distribution.dpo):
        assert EntreeJournal.objects.filter(
            acte="partenaires.contact_emporte", objet_id=str(contact.pk)
        ).exists()


def test_vcard_d_une_personne(client, contact):
    with proprietaire():
        contact.nature, contact.service, contact.nom = Nature.PERSONNE, None, "Agente de liaison"
        contact.save()
    carte = vobject.readOne(client.get(f"/partenaires/contacts/{contact.pk}/vcard.vcf").content.decode())
    assert carte.n.value.family == "Agente de liaison" and carte.org.value == ["Police locale de Liège"]
