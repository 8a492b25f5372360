"""What must be in force before a partner reports on a person: the officer’s visa, the Bourgmestre’s dated decision."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from csil.journal.models import EntreeJournal
from informations_sensibles.signaler.models import OuverturePartenaire, VisaDpo
from partenaires.annuaire.models import Partenaire
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.signaler import ecritures as signaler
from tests.outils import proprietaire

pytestmark = pytest.mark.dates

OUVERTURES = "/informations-sensibles/ouvertures/"


def lu(client, adresse) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == 200, reponse.status_code
    return cellule.lu(reponse)


def partenaire(code="saj") -> Partenaire:
    return Partenaire.objects.get(code=code)


def decision(code="saj", **champs) -> dict:
    jour = timezone.localdate().isoformat()
    return {
        "partenaire": partenaire(code).pk,
        "decision_du": jour,
        "motif": "Il suit des jeunes.",
        "motif_commune": "",
    } | champs


@pytest.fixture
def d_ailleurs(distribution):
    """The partner of another commune of the file."""
    return Partenaire.objects.filter(niveau__code="autre_commune").first()


# The visa


def test_le_delegue_donne_puis_retire_le_visa(distribution, client_de):
    client = client_de(distribution.dpo)
    assert "Aucun visa n’est en vigueur" in lu(client, "/signaler/visa/")
    vide = client.post("/signaler/visa/donner/", {"texte": ""})
    assert "Dites ce que couvre le visa." in cellule.lu(vide)
    assert client.post("/signaler/visa/donner/", {"texte": "Le traitement du registre."}).status_code == 302
    assert "Le traitement du registre." in lu(client, "/signaler/visa/")
    with proprietaire():
        visa = VisaDpo.objects.get()
    retirer = reverse("visa-retirer", args=[visa.pk])
    assert "ferm" in lu(client, "/signaler/visa/") or "plus personne" in lu(client, retirer)
    assert "Dites pourquoi" in cellule.lu(client.post(retirer, {"motif": ""}))
    assert client.post(retirer, {"motif": "L’analyse d’impact est à refaire."}).status_code == 302
    page = lu(client, "/signaler/visa/")
    assert "L’analyse d’impact est à refaire." in page and "Aucun visa" in page
    assert client.post(retirer, {"motif": "Encore."}).status_code == 403
    with proprietaire():
        actes = EntreeJournal.objects.filter(acte__startswith="cellule.visa").order_by("quand")
        assert [(a.acte, a.qui) for a in actes] == [
            ("cellule.visa_donne", distribution.dpo),
            ("cellule.visa_retire", distribution.dpo),
        ]
        assert VisaDpo.history.count() == 2


def test_un_seul_visa_a_la_fois(distribution, client_de):
    with proprietaire():
        signaler.viser(distribution.dpo)
    refus = client_de(distribution.dpo).post("/signaler/visa/donner/", {"texte": "Un second, garde-moi."})
    assert "Un visa est déjà en vigueur." in cellule.lu(refus) and "garde-moi" in cellule.lu(refus)


def test_personne_d_autre_ne_donne_le_visa(distribution, parler):
    for login in ("bourgmestre", "referent", "admin", "agent_saj"):
        personne = getattr(distribution, login)
        with parler(personne):
            with pytest.raises(PermissionDenied):
                VisaDpo.donner(par=personne, texte="Pour moi.")
            with pytest.raises(DatabaseError), transaction.atomic():
                VisaDpo(texte="Pour moi.", donne_par=personne).save()


def test_le_delegue_a_le_visa_au_menu_et_rien_de_la_cellule(distribution, client_de):
    page = lu(client_de(distribution.dpo), "/signaler/visa/")
    assert "Sections de la Cellule" not in page and 'href="/signaler/visa/"' in page
    assert 'href="/signaler/visa/"' not in lu(client_de(distribution.referent), "/")


# The openings


def test_le_bourgmestre_ouvre_et_ferme(distribution, client_de):
    with proprietaire():
        signaler.viser(distribution.dpo)
    client = client_de(distribution.bourgmestre)
    assert "Aucun partenaire n’est ouvert" in lu(client, OUVERTURES)
    assert "en personne" in lu(client, f"{OUVERTURES}nouvelle/")
    assert client.post(f"{OUVERTURES}nouvelle/", decision()).status_code == 302
    assert "Il suit des jeunes." in lu(client_de(distribution.membre_cellule), OUVERTURES)
    agent = client_de(distribution.agent_saj)
    assert agent.get("/signaler/").status_code == 200
    with proprietaire():
        ouverture = OuverturePartenaire.objects.get()
    fermer = reverse("ouverture-fermer", args=[ouverture.pk])
    assert "ne signalent plus" in lu(client, fermer)
    assert client.post(fermer, {"motif": "La convention est finie."}).status_code == 302
    assert agent.get("/signaler/").status_code == 404  # the same minute
    assert "La convention est finie." in lu(client, OUVERTURES)
    assert client.post(fermer, {"motif": "Encore."}).status_code == 403


def test_lui_seul_decide(distribution, client_de, parler):
    """Chef de Corps and Référent read; a forged act fails in the model and in the database."""
    for login in ("chef_de_corps", "referent", "membre_cellule"):
        client = client_de(getattr(distribution, login))
        assert "Ouvrir à un partenaire" not in lu(client, OUVERTURES)
        assert client.post(f"{OUVERTURES}nouvelle/", decision()).status_code == 404
        personne = getattr(distribution, login)
        with parler(personne):
            with pytest.raises(PermissionDenied):
                OuverturePartenaire.ouvrir(
                    par=personne, partenaire=partenaire(), decision_du=timezone.localdate(), motif="x"
                )
            with pytest.raises(DatabaseError), transaction.atomic():
                OuverturePartenaire(
                    partenaire=partenaire(),
                    decision_du=timezone.localdate(),
                    motif="x",
                    ouverte_par=distribution.bourgmestre,
                ).save()


def test_un_partenaire_d_une_autre_commune_demande_une_raison_de_plus(
    distribution, d_ailleurs, client_de, parler
):
    """R10, in the form and in the database."""
    client = client_de(distribution.bourgmestre)
    refus = client.post(f"{OUVERTURES}nouvelle/", decision(d_ailleurs.code, motif="Gardez ces mots."))
    page = cellule.lu(refus)
    assert "Ce partenaire est d’une autre commune" in page and "Gardez ces mots." in page
    with (
        parler(distribution.bourgmestre),
        pytest.raises(DatabaseError, match="une raison de plus"),
        transaction.atomic(),
    ):
        OuverturePartenaire(
            partenaire=d_ailleurs,
            decision_du=timezone.localdate(),
            motif="x",
            ouverte_par=distribution.bourgmestre,
        ).save()
    envoi = decision(d_ailleurs.code, motif_commune="Les jeunes passent d’une commune à l’autre.")
    assert client.post(f"{OUVERTURES}nouvelle/", envoi).status_code == 302
    assert "D’une autre commune" in lu(client, OUVERTURES)


@pytest.mark.parametrize(
    ("champs", "phrase"),
    [
        ({"partenaire": ""}, "Choisissez un partenaire."),
        ({"decision_du": ""}, "Donnez la date de votre décision."),
        ({"decision_du": "2999-01-01"}, "la date est à venir"),
        ({"motif": ""}, "Dites pourquoi ce partenaire."),
    ],
)
def test_une_decision_incomplete(champs, phrase, distribution, client_de):
    page = cellule.lu(client_de(distribution.bourgmestre).post(f"{OUVERTURES}nouvelle/", decision(**champs)))
    assert phrase in page
    with proprietaire():
        assert not OuverturePartenaire.objects.exists()


def test_un_partenaire_ne_s_ouvre_pas_deux_fois(distribution, client_de, parler):
    """Opened meanwhile by the same hand in another window: a sentence, and one opening."""
    with proprietaire():
        signaler.ouvrir_a(distribution.bourgmestre)
    refus = client_de(distribution.bourgmestre).post(f"{OUVERTURES}nouvelle/", decision())
    assert refus.status_code == 200 and "Sélectionnez un choix valide" in cellule.lu(refus)
    with parler(distribution.bourgmestre), pytest.raises(ValidationError, match="peut déjà"):
        OuverturePartenaire.ouvrir(
            par=distribution.bourgmestre,
            partenaire=partenaire(),
            decision_du=timezone.localdate() - timedelta(days=1),
            motif="x",
        )


def test_sans_visa_la_page_des_ouvertures_le_dit(distribution, client_de):
    with proprietaire():
        signaler.ouvrir_a(distribution.bourgmestre)
    assert "Pas de visa en vigueur" in lu(client_de(distribution.referent), OUVERTURES)
