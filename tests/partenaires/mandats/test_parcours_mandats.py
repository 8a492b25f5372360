"""In a real browser: a mandate is asked for, confirmed, suspended, confirmed again, reviewed, and runs out."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction
from django.http import QueryDict
from playwright.sync_api import expect

from csil.comptes.groupes import CELLULE
from csil.comptes.inactivite import VUE_LE
from csil.comptes.models import Utilisateur
from csil.comptes.sessions import SessionStore
from partenaires.mandats.models import Mandat
from tests.navigateur import code, entrer, sans_violation
from tests.outils import attendre_au_verrou, mandat_de, proprietaire, relire
from tests.partenaires.mandats.mandats import nouveau_membre, suspendre, vieillir


def test_confirme_suspendu_confirme_de_nouveau_echu(ouvrir_page, distribution):
    """What is open in the member's browser closes at her next request, each time."""
    membre, admin, autorite = ouvrir_page(), ouvrir_page(), ouvrir_page()
    personne, mandat = nouveau_membre(distribution, "nouveau", confirme_par=None)
    entrer(autorite, "chef-de-corps")
    autorite.get_by_role("link", name="Examiner").click()
    autorite.get_by_role("button", name="Confirmer le mandat").click()
    expect(autorite.get_by_text("En vigueur").first).to_be_visible()
    entrer(membre, "nouveau")
    membre.goto("/partenaires/")
    expect(membre.locator("caption")).to_contain_text("17 partenaires")

    entrer(admin, "admin")
    admin.goto(f"/admin/csil/utilisateur/{personne.pk}/second-facteur/retirer/")
    expect(admin.get_by_text("mandats seront suspendus")).to_be_visible()
    admin.get_by_role("button", name="Retirer le second facteur").click()
    membre.locator("tbody th a").first.click()
    expect(membre.get_by_role("heading", level=1)).to_contain_text("n’existe pas")
    membre.goto("/")
    expect(membre.locator(".attente")).to_contain_text("est suspendu")
    sans_violation(membre)

    autorite.goto(f"/mandats/{mandat.pk}/")
    sans_violation(autorite)
    autorite.get_by_role("button", name="Confirmer de nouveau").click()
    expect(autorite.get_by_role("alert")).to_contain_text("installer son second facteur")
    membre.get_by_role("link", name=re.compile("^Installer")).click()
    secret = re.sub(r"\s", "", membre.locator(".cle").inner_text())
    membre.get_by_label(re.compile("Code")).fill(code(secret=secret))
    membre.keyboard.press("Enter")
    membre.wait_for_url(re.compile("recovery-codes"))
    autorite.goto(f"/mandats/{mandat.pk}/")
    expect(autorite.get_by_text("second facteur retiré par un administrateur", exact=False)).to_be_visible()
    autorite.get_by_role("button", name="Confirmer de nouveau").click()
    expect(autorite.get_by_text("Suspension levée").first).to_be_visible()
    sans_violation(autorite)
    membre.goto("/partenaires/")
    expect(membre.locator("caption")).to_contain_text("17 partenaires")

    with proprietaire(), connection.cursor() as curseur:  # the date passes between two requests
        curseur.execute("UPDATE partenaires_mandat SET fin = now() WHERE id = %s", [mandat.pk])
    membre.locator("tbody th a").first.click()
    expect(membre.get_by_role("heading", level=1)).to_contain_text("n’existe pas")
    assert Utilisateur.objects.get(pk=personne.pk).groupes == frozenset()


def test_mettre_fin_ferme_la_page_ouverte(ouvrir_page, distribution):
    membre, autorite = ouvrir_page(), ouvrir_page()
    entrer(membre, "membre-cellule")
    membre.goto("/partenaires/")
    entrer(autorite, "bourgmestre")
    autorite.goto(f"/mandats/{mandat_de(distribution.membre_cellule).pk}/")
    autorite.get_by_role("link", name="Mettre fin au mandat").click()
    autorite.get_by_label(re.compile("^Pourquoi")).fill("Autre fonction.")
    autorite.get_by_role("button", name="Mettre fin au mandat").click()
    expect(autorite.get_by_text("Terminé").first).to_be_visible()
    membre.locator("tbody th a").first.click()
    expect(membre.get_by_role("heading", level=1)).to_contain_text("n’existe pas")


def test_la_revue_la_liste_et_le_regard(page, distribution):
    _, mandat = nouveau_membre(distribution, "ancien")
    vieillir(mandat, mois=7)
    _, suspendu = nouveau_membre(distribution, "suspendu")
    with proprietaire():
        suspendre(suspendu)
    entrer(page, "referent")
    page.get_by_role("link", name=re.compile("^Voir la revue")).click()
    sans_violation(page)
    page.get_by_role("link", name=re.compile("^Revoir")).click()
    sans_violation(page)
    page.get_by_role("button", name="Enregistrer la revue").click()
    expect(page.get_by_role("alert")).to_contain_text("une des trois réponses")
    page.get_by_label(re.compile("^Confirmer")).check()
    page.get_by_role("button", name="Enregistrer la revue").click()
    expect(page.get_by_text("La revue du mandat est enregistrée")).to_be_visible()
    expect(page.get_by_text("Aucun mandat n’est à revoir")).to_be_visible()
    page.goto("/mandats/")
    sans_violation(page)
    page.get_by_role("link", name="Personnes mandatées").click()
    expect(page.locator("caption")).to_contain_text("7 mandats en vigueur")
    sans_violation(page)
    page.get_by_role("link", name=re.compile("^Voir ce que verrait")).first.click()
    sans_violation(page)
    page.goto(f"/mandats/{mandat_de(distribution.officier_information).pk}/habilitation/")
    sans_violation(page)


def test_le_code_redemande_garde_ce_qui_est_ecrit(page, settings, distribution):
    settings.ROOT_URLCONF = "tests.informations_sensibles.adresses"
    entrer(page, "membre-cellule")
    page.goto("/informations-sensibles/essai/")
    page.locator("textarea").fill("Deux lignes\net des accents é à")
    cle = next(c["value"] for c in page.context.cookies() if c["name"] == "sessionid")
    session = SessionStore(cle)
    session[VUE_LE] = 0
    for trace in session["account_authentication_methods"]:
        trace["at"] -= 16 * 60
    session["account_authentication_methods"] = session["account_authentication_methods"]
    session.save()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Donner le code")
    sans_violation(page)
    page.get_by_label(re.compile("Code")).fill("000000")
    page.get_by_role("button", name="Confirmer et envoyer").click()
    expect(page.get_by_role("alert")).to_contain_text("Le code ne convient pas")
    page.get_by_label(re.compile("Code")).fill(code(1))
    page.get_by_role("button", name="Confirmer et envoyer").click()
    expect(page.locator("body")).to_contain_text("Enregistré : Deux lignes et des accents é à")


@pytest.mark.parametrize("acte", ["decider", "lever"])
def test_deux_autorites_au_meme_instant(acte, transactional_db, distribution, client_de):
    """Two requests, two connections: one decision is written, the other is told so in its form, and loses nothing."""
    confirme_par = None if acte == "decider" else distribution.bourgmestre
    _, mandat = nouveau_membre(distribution, "nouveau", confirme_par=confirme_par)
    donnees = QueryDict(mutable=True)
    donnees["decision"] = "confirmer"
    if acte == "lever":
        with proprietaire():
            donnees["vues"] = str(suspendre(mandat).pk)
    clients = [client_de(personne) for personne in (distribution.chef_de_corps, distribution.referent)]

    def envoyer(client):
        try:
            return client.post(f"/mandats/{mandat.pk}/{acte}/", donnees.dict()).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as fils:
        with transaction.atomic():
            with proprietaire():
                Mandat.objects.select_for_update().get(pk=mandat.pk)
            envois = [fils.submit(envoyer, client) for client in clients]
            attendre_au_verrou(2)  # both have passed the door, and neither has decided
        assert sorted(envoi.result() for envoi in envois) == [200, 302]
    decide = relire(mandat)
    assert (decide.confirme_par if acte == "decider" else decide.revu_par) is not None
    assert Utilisateur.objects.get(email="nouveau@csil.example").groupes == {CELLULE}
