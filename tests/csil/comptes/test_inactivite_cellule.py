"""In the Cellule the code is asked again after 15 minutes without activity; what was typed stays in the page (R73)."""

import logging
import re
import time

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as TRACES
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from csil.comptes.inactivite import VUE_LE
from csil.local.demonstration import SECRET_TOTP
from tests.informations_sensibles import adresses as adresses_cellule
from tests.outils import proprietaire
from tests.partenaires.mandats.mandats import journal

ESSAI = "/informations-sensibles/essai/"
TEXTE = "Un attroupement inhabituel, place du Marché.\nÀ deux reprises & sans suite <connue>."


@pytest.fixture(autouse=True)
def cellule(settings, db):
    settings.ROOT_URLCONF = "tests.informations_sensibles.adresses"
    cache.clear()
    adresses_cellule.recues.clear()


def code(decalage=0):
    return format_hotp_value(hotp_value(SECRET_TOTP, int(time.time()) // 30 + decalage))


def attendre(client, minutes):
    """As if nothing had been done in the Cellule, nor a code given, for so long."""
    session = client.session
    for trace in session[TRACES]:
        trace["at"] -= minutes * 60
    if VUE_LE in session:
        session[VUE_LE] -= minutes * 60
    session[TRACES] = session[TRACES]
    session.save()


def champs(reponse) -> dict:
    """The hidden fields of the page that asks for the code, as a browser would send them back."""
    from html import unescape

    trouves = {}
    for nom, valeur in re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)">', reponse.content.decode()
    ):
        trouves.setdefault(nom, []).append(unescape(valeur))
    return trouves


def test_pas_de_code_tant_qu_on_y_travaille(distribution, client_de):
    client = client_de(distribution.membre_cellule)
    for _ in range(3):
        assert client.get(ESSAI).status_code == 200
        attendre(client, 14)
    assert client.post(ESSAI, {"texte": "x"}).content.decode().endswith("Enregistré : x")


def test_une_lecture_demande_le_code_puis_s_ouvre(distribution, client_de):
    client = client_de(distribution.membre_cellule)
    client.get(ESSAI)
    attendre(client, 16)
    for adresse in (ESSAI, "/signaler/essai/"):
        page = client.get(f"{adresse}?page=2")
        assert page.status_code == 401 and page["Cache-Control"] == "no-store"
        dit = page.content.decode().replace("\xa0", " ")
        assert "<title>Cellule – Donner le code" in dit and "15 minutes sans activité" in dit
        assert f'action="{adresse}?page=2"' in dit
    assert client.get("/partenaires/").status_code == 200  # elsewhere nothing is asked
    suite = champs(client.get(f"{ESSAI}?page=2"))
    faux = client.post(f"{ESSAI}?page=2", suite | {"cellule-code": "000000"})
    assert faux.status_code == 401 and "Le code ne convient pas" in faux.content.decode()
    assert champs(faux)["cellule-suite"] == ["lire"]
    juste = client.post(f"{ESSAI}?page=2", suite | {"cellule-code": code()})
    assert (juste.status_code, juste.url) == (302, f"{ESSAI}?page=2")
    assert client.get(juste.url).status_code == 200 and adresses_cellule.recues == []


def test_ce_qui_etait_envoye_reste_dans_la_page_et_part_avec_le_code(distribution, client_de, caplog):
    client = client_de(distribution.membre_cellule)
    client.get(ESSAI)
    attendre(client, 16)
    caplog.set_level(logging.DEBUG)
    page = client.post(ESSAI, {"texte": TEXTE, "themes": ["a", "b"], "code": "à moi"})
    assert page.status_code == 401 and "rien de ce que vous avez écrit n’est perdu" in page.content.decode()
    for _ in range(2):  # a wrong code, an empty one: still nothing lost
        page = client.post(ESSAI, champs(page) | {"cellule-code": ""})
        assert page.status_code == 401 and champs(page)["texte"] == [TEXTE]
        page = client.post(ESSAI, champs(page) | {"cellule-code": "123"})
    assert adresses_cellule.recues == []
    # nowhere but in the page
    assert "attroupement" not in str(dict(client.session)) and "attroupement" not in caplog.text
    assert not any("attroupement" in str(session.get_decoded()) for session in Session.objects.all())
    with proprietaire():
        assert not [e for e in journal("comptes.connexion_refusee") if "attroupement" in e.motif]
    reponse = client.post(ESSAI, champs(page) | {"cellule-code": code()})
    assert reponse.status_code == 200 and "Enregistré" in reponse.content.decode()
    (recue,) = adresses_cellule.recues
    assert {nom: valeur for nom, valeur in recue.items() if nom != "csrfmiddlewaretoken"} == {
        "texte": [TEXTE],
        "themes": ["a", "b"],
        "code": ["à moi"],
    }
    assert client.get(ESSAI).status_code == 200


def test_un_code_ne_sert_qu_une_fois_et_les_echecs_sont_comptes(distribution, client_de):
    un, deux = client_de(distribution.membre_cellule), client_de(distribution.membre_cellule)
    for client in (un, deux):
        attendre(client, 16)
    donnees = {"texte": "x", "cellule-suite": "ecrire", "cellule-code": code()}
    assert un.post(ESSAI, donnees).status_code == 200
    assert deux.post(ESSAI, donnees).status_code == 401
    for _ in range(5):
        page = deux.post(ESSAI, donnees | {"cellule-code": "000000"})
    assert "Trop de tentatives" in page.content.decode()
    assert deux.post(ESSAI, donnees | {"cellule-code": code(1)}).status_code == 401
    refus = journal("comptes.connexion_refusee")
    assert len(refus) >= 4 and {e.qui_id for e in refus} == {distribution.membre_cellule.pk}
    assert len(adresses_cellule.recues) == 1


def test_le_code_donne_ailleurs_laisse_passer(distribution, client_de):
    """Two windows of the same browser: the code given in one is good for the other, whose page was already asking."""
    client = client_de(distribution.membre_cellule)
    attendre(client, 16)
    page = client.post(ESSAI, {"texte": TEXTE})
    client.post(ESSAI, {"cellule-suite": "lire", "cellule-code": code()})
    reponse = client.post(ESSAI, champs(page) | {"cellule-code": ""})
    assert reponse.status_code == 200 and adresses_cellule.recues[0]["texte"] == [TEXTE]


def test_interroger_n_est_pas_agir(distribution, client_de):
    client = client_de(distribution.membre_cellule)
    client.get(ESSAI)
    attendre(client, 14)
    client.get(ESSAI, headers={"X-Csil-Veille": "1"})
    attendre(client, 2)
    assert client.get(ESSAI).status_code == 401


def test_404_reste_404(distribution, client_de):
    """To those who may not enter, no page asks for anything; a visitor is sent to log in."""
    for personne in (distribution.admin, distribution.dpo, distribution.contact_tec, distribution.agent_saj):
        client = client_de(personne)
        attendre(client, 60)
        assert (
            client.get(ESSAI).status_code == 404 == client.post(ESSAI, {"cellule-suite": "lire"}).status_code
        )
    sans = client_de(distribution.membre_cellule, second_facteur=False)
    assert sans.get(ESSAI).url.startswith("/comptes/2fa/reauthenticate/")
    assert Client().get(ESSAI).url.startswith("/comptes/login/")


def test_la_preuve_d_origine_est_exigee(distribution, client_de):
    client = client_de(distribution.membre_cellule)
    attendre(client, 16)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    for donnees in ({"texte": "x"}, {"cellule-suite": "ecrire", "cellule-code": code(), "texte": "x"}):
        assert strict.post(ESSAI, donnees, headers={"Origin": "https://ailleurs.example"}).status_code == 403
    assert adresses_cellule.recues == []
    page = strict.get(ESSAI)
    donnees = champs(page) | {"cellule-code": code()}
    assert len(donnees["csrfmiddlewaretoken"][0]) > 30
    assert strict.post(ESSAI, donnees).status_code == 302


def test_aucune_copie_ne_reste_dans_le_navigateur(distribution, client_de):
    client = client_de(distribution.membre_cellule)
    mandat = "/mandats/00000000-0000-0000-0000-000000000000/"
    for adresse in (ESSAI, "/signaler/essai/", "/mandats/", mandat, "/informations-sensibles/nulle-part/"):
        assert client.get(adresse)["Cache-Control"] == "no-store", adresse
    assert "no-store" not in client.get("/partenaires/").get("Cache-Control", "")
