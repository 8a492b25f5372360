"""The directory as people use it: filters that stay in the address, sorting, pages."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partenaires.annuaire.models import (
    Implantation,
    Niveau,
    Offre,
    Partenaire,
    Quartier,
    Secteur,
    Service,
    Theme,
)
from tests.outils import proprietaire

pytestmark = pytest.mark.dates


@pytest.fixture
def client(distribution, client_de):
    return client_de(distribution.agent_saj)


def noms(reponse) -> list[str]:
    return [partenaire.nom for partenaire in reponse.context["page"].object_list]


def test_la_liste_entiere(client):
    page = client.get("/partenaires/").content.decode()
    assert (
        "<strong>17 partenaires</strong>, dont 10 fiches vérifiées et 7 à confirmer. Triés par nom." in page
    )
    assert page.count('type="search"') == 1
    assert page.count(">À confirmer</span>") == 7
    assert "Service d’Aide à la Jeunesse (SAJ)" in page and "(AMO)" not in page
    assert "Implantations" in page and "Fac Psychologie" in page


def test_l_ordre_est_celui_de_l_alphabet_francais(client):
    with proprietaire():
        Partenaire.objects.filter(code="cpas").first()
        Partenaire.objects.create(
            code="eta", nom="État civil", secteur=Secteur.objects.first(), niveau=Niveau.objects.first()
        )
    liste = noms(client.get("/partenaires/"))
    assert liste.index("Enseignement libre (catholique)") < liste.index("État civil")
    assert liste.index("État civil") < liste.index("Instruction publique Ville de Liège")


def test_chercher_et_filtrer_ensemble(client):
    secteur = Secteur.objects.get(code="aide_en_milieu_ouvert")
    assert len(noms(client.get("/partenaires/", {"secteur": secteur.pk}))) == 2
    assert noms(client.get("/partenaires/", {"secteur": secteur.pk, "q": "herstal"})) == [
        "AMO Service d’Actions Sociales"
    ]
    assert len(noms(client.get("/partenaires/", {"fiche": "a_confirmer"}))) == 7
    assert len(noms(client.get("/partenaires/", {"niveau": Niveau.objects.get(code="ville").pk}))) == 5


def test_filtrer_par_theme_et_par_quartier(client):
    with proprietaire():
        theme, quartier = Theme.objects.create(nom="Logement"), Quartier.objects.create(nom="Sclessin")
        saj, cpas = (Partenaire.objects.get(code=code) for code in ("saj", "cpas"))
        for rang in (1, 2):
            offre = Offre.objects.create(partenaire=saj, intitule=f"Offre {rang}")
            offre.themes.add(theme)
            offre.quartiers.add(quartier)
        Implantation.objects.create(partenaire=cpas, nom="Antenne", quartier=quartier)
    assert noms(client.get("/partenaires/", {"theme": theme.pk})) == [saj.nom]
    assert noms(client.get("/partenaires/", {"quartier": quartier.pk})) == [cpas.nom, saj.nom]


def test_un_filtre_sans_choix_ne_se_montre_pas(client):
    page = client.get("/partenaires/").content.decode()
    assert 'name="secteur"' in page and 'name="theme"' not in page


def test_trier_dans_les_deux_sens(client):
    endroit, envers = (noms(client.get("/partenaires/", {"tri": tri})) for tri in ("nom", "-nom"))
    assert endroit == envers[::-1] and len(endroit) == 17
    page = client.get("/partenaires/", {"tri": "-secteur"}).content.decode()
    assert page.count("aria-sort") == 1 and 'aria-sort="descending"' in page
    assert "Triés par secteur, en ordre inverse." in page


@pytest.mark.parametrize(
    "question", ["tri=inconnu", "page=99", "page=x", "secteur=99999", "fiche=autre", "q=%00"]
)
def test_une_adresse_abimee_montre_quelque_chose(question, client):
    assert client.get(f"/partenaires/?{question}").status_code == 200


def test_personne_ne_repond(client):
    page = client.get("/partenaires/?q=zzz").content.decode()
    assert "Aucun partenaire ne répond à cette recherche." in page and "Tout montrer" in page
    assert "<table" not in page


def test_les_exports_et_les_pages_gardent_les_filtres(client):
    peupler(30)
    page = client.get("/partenaires/?q=essai&tri=-nom").content.decode()
    assert "/partenaires/export.csv?q=essai&amp;tri=-nom" in page
    suivante = re.search(r'rel="next" href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert "q=essai" in suivante and "tri=-nom" in suivante
    assert len(noms(client.get(f"/partenaires/{suivante}"))) == 5


def peupler(nombre):
    with proprietaire():
        references = {"secteur": Secteur.objects.first(), "niveau": Niveau.objects.first()}
        for rang in range(nombre):
            partenaire = Partenaire.objects.create(code=f"essai-{rang}", nom=f"Essai {rang:02}", **references)
            Service.objects.create(partenaire=partenaire, nom="Accueil")


def requetes(client, adresse) -> int:
    with CaptureQueriesContext(connection) as requetes:
        assert client.get(adresse).status_code == 200
    return len(requetes)


@pytest.mark.parametrize("adresse", ["/partenaires/?q=essai", "/partenaires/export.csv?q=essai"])
def test_autant_de_requetes_pour_une_fiche_que_pour_vingt(adresse, client):
    peupler(1)
    client.get(adresse)
    une = requetes(client, adresse)
    with proprietaire():
        Partenaire.objects.get(code="essai-0").delete()
    peupler(20)
    assert requetes(client, adresse) == une
