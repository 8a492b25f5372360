"""The Django admin: accounts and group membership, and nothing of the working groups' contents."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from csil.comptes.groupes import ADMINISTRATEURS, CELLULE, CONCERTATION, DPO
from csil.comptes.models import Attribution, Utilisateur
from csil.journal.models import EntreeJournal
from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.models import Appartenance
from partenaires.distribution import ROLES, creer
from tests.outils import mandat_de, proprietaire

OUVERTS = {
    "Appartenance", "BaseLegale", "BaseParole", "CategorieDonnee", "Engagement", "Finalite", "GroupeTravail", "Mandat",
    "Niveau", "Partenaire", "Plateforme", "Poste", "Quartier", "ReferenceLegale", "ReponseType", "Secteur",
    "TexteEngagement", "Theme", "Utilisateur",
}  # fmt: skip
ADRESSES = [
    "/admin/",
    "/admin/csil/utilisateur/",
    "/admin/csil/utilisateur/add/",
    "/admin/partenaires/partenaire/",
    "/admin/partenaires/mandat/",
    "/admin/jsi18n/",
    "/admin/nulle-part/",
]


@pytest.fixture
def administration(client_de, distribution):
    return client_de(distribution.admin)


def groupe(nom):
    return Group.objects.get(name=nom)


def page_groupes(personne, suite=""):
    return f"/admin/csil/utilisateur/{personne.pk}/groupes/{suite}"


def journal(acte):
    with proprietaire():
        return list(EntreeJournal.objects.filter(acte=acte))


def test_rien_du_contenu_des_groupes_n_y_est():
    assert {modele.__name__ for modele in admin.site._registry} <= OUVERTS


@pytest.mark.parametrize("login", [login for login, *_ in ROLES if login != "admin"])
def test_elle_n_existe_pas_pour_les_autres(login, distribution, client_de):
    personne = getattr(distribution, login.replace("-", "_"))
    client = client_de(personne)
    for adresse in [*ADRESSES, page_groupes(personne)]:
        assert client.get(adresse).status_code == client.post(adresse).status_code == 404, adresse


def test_ni_pour_un_administrateur_sans_le_code_de_cette_connexion(distribution, client_de):
    client = client_de(distribution.admin, second_facteur=False)
    for adresse in ADRESSES[:5]:
        assert client.get(adresse).url.startswith("/comptes/2fa/reauthenticate/"), adresse
    assert Client().get("/admin/").url.startswith("/comptes/login/")


def test_creer_un_compte_l_invite(administration, distribution, django_capture_on_commit_callbacks):
    cpas = Partenaire.objects.get(code="cpas")
    donnees = {
        "nom": "Éducatrice", "email": "Educatrice@CSIL.example", "appartenance-TOTAL_FORMS": 1,
        "appartenance-INITIAL_FORMS": 0, "appartenance-0-partenaire": cpas.pk, "appartenance-0-fonction": "Éducatrice",
        "appartenance-0-debut": "01/11/2026",
    }  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        assert administration.post("/admin/csil/utilisateur/add/", donnees).status_code == 302
    personne = Utilisateur.objects.get(email="educatrice@csil.example")
    assert not personne.has_usable_password() and personne.appartenance.partenaire == cpas
    assert mail.outbox[-1].to == [personne.email]
    assert [h.history_user for h in personne.history.all()][-1] == distribution.admin
    assert (
        "déjà cette adresse" in administration.post("/admin/csil/utilisateur/add/", donnees).content.decode()
    )


def test_donner_un_groupe_ouvre_le_retirer_ferme(administration, distribution, client_de):
    dpo, admin_ = distribution.dpo, distribution.admin
    client = client_de(dpo)
    assert client.get("/partenaires/").status_code == 404
    pk = groupe(CONCERTATION).pk
    administration.post(page_groupes(dpo, f"{pk}/attribuer/"), {"motif": "Suivi de l’annuaire"})
    assert client.get("/partenaires/").status_code == 200
    attribution = dpo.attributions.get(groupe=pk)
    assert attribution.attribuee_par == admin_ and attribution.history.get().history_user == admin_
    page = administration.get(page_groupes(dpo)).content.decode()
    assert "Suivi de l’annuaire" in page and "Administratrice" in page
    assert administration.get(page_groupes(dpo, f"{pk}/retirer/")).status_code == 200
    administration.post(page_groupes(dpo, f"{pk}/retirer/"), {"motif": ""})
    assert client.get("/partenaires/").status_code == 404
    assert len(journal("comptes.groupe_attribue")) == len(journal("comptes.groupe_retire")) == 1


def test_personne_ne_se_donne_un_groupe(administration, distribution):
    admin_ = distribution.admin
    for nom in (DPO, CONCERTATION):
        administration.post(page_groupes(admin_, f"{groupe(nom).pk}/attribuer/"))
    administration.post(page_groupes(admin_, f"{groupe(ADMINISTRATEURS).pk}/retirer/"), {"motif": "x"})
    assert distribution.admin.groupes == {ADMINISTRATEURS}


def test_un_groupe_sensible_ne_s_attribue_pas_sans_mandat(administration, distribution):
    agent = distribution.agent_saj
    administration.post(page_groupes(agent, f"{groupe(CELLULE).pk}/attribuer/"))
    assert not Attribution.objects.filter(personne=agent, groupe__name=CELLULE).exists()


def test_retirer_un_groupe_sensible_met_fin_au_mandat(administration, distribution):
    membre = distribution.membre_cellule
    adresse = page_groupes(membre, f"{groupe(CELLULE).pk}/retirer/")
    assert "Dites pourquoi" in administration.post(adresse, {"motif": ""}).content.decode()
    administration.post(adresse, {"motif": "Changement de service"})
    assert distribution.membre_cellule.groupes == frozenset()
    assert mandat_de(membre).etat == "terminé"


def test_un_compte_se_ferme_et_ne_s_efface_pas(administration, distribution, client_de):
    agent = distribution.agent_saj
    client = client_de(agent)
    adresse = f"/admin/csil/utilisateur/{agent.pk}/"
    assert administration.post(f"{adresse}delete/", {"post": "yes"}).status_code in (403, 404)
    appartenance = Appartenance.objects.get(personne=agent)
    donnees = {
        "nom": agent.nom, "email": agent.email, "appartenance-TOTAL_FORMS": 1, "appartenance-INITIAL_FORMS": 1,
        "appartenance-0-id": appartenance.pk, "appartenance-0-personne": agent.pk,
        "appartenance-0-partenaire": appartenance.partenaire_id, "appartenance-0-debut": "01/01/2026",
    }  # fmt: skip
    assert administration.post(f"{adresse}change/", donnees).status_code == 302
    assert client.get("/").status_code == 302 and not Utilisateur.objects.get(pk=agent.pk).is_active
    soi = f"/admin/csil/utilisateur/{distribution.admin.pk}/change/"
    page = administration.post(
        soi,
        {
            "nom": "Moi",
            "email": distribution.admin.email,
            "appartenance-TOTAL_FORMS": 0,
            "appartenance-INITIAL_FORMS": 0,
        },
    )
    assert "votre propre compte" in page.content.decode()


def test_ni_mot_de_passe_ni_superutilisateur(administration, distribution):
    page = administration.get(f"/admin/csil/utilisateur/{distribution.agent_saj.pk}/change/").content.decode()
    assert not re.search(r'name="(password|is_superuser|groups|user_permissions)"', page)


def test_chaque_page_s_ouvre(administration, distribution):
    """Every list, form and history that the admin offers, as its people use it."""
    for modele, options in admin.site._registry.items():
        base = f"/admin/{modele._meta.app_label}/{modele._meta.model_name}/"
        assert administration.get(base).status_code == 200, base
        objet = modele._default_manager.first()
        if objet is not None:
            assert administration.get(f"{base}{objet.pk}/change/").status_code == 200, base
            assert administration.get(f"{base}{objet.pk}/history/").status_code == 200, base
        assert administration.get(f"{base}add/").status_code == (200 if options.ajoute else 403), base


def test_la_liste_des_comptes_coute_toujours_autant(administration):
    def mesurer():
        with CaptureQueriesContext(connection) as requetes:
            assert administration.get("/admin/csil/utilisateur/").status_code == 200
        return len(requetes)

    avant = mesurer()
    with proprietaire():
        for numero in range(15):
            creer(f"personne{numero}", f"Personne {numero}")
    assert mesurer() == avant
