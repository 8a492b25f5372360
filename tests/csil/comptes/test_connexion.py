"""Coming in: password, second factor, undertaking; and what a login is worth afterwards."""

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from csil.comptes.models import Connexion, Engagement, TexteEngagement, Utilisateur
from csil.identite import au_nom_de
from csil.journal.models import EntreeJournal
from csil.local.demonstration import MOT_DE_PASSE, SECRET_TOTP
from partenaires.distribution import attribuer, creer
from tests.outils import proprietaire


@pytest.fixture(autouse=True)
def sans_limites_d_hier(db):
    cache.clear()


def code(decalage=0, secret=SECRET_TOTP):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + decalage))


def entrer(client, personne, mot_de_passe=MOT_DE_PASSE, adresse="10.0.0.1"):
    donnees = {"login": personne.email, "password": mot_de_passe}
    return client.post("/comptes/login/", donnees, REMOTE_ADDR=adresse)


def journal(acte):
    with proprietaire():
        return list(EntreeJournal.objects.filter(acte=acte).order_by("quand"))


@pytest.mark.parametrize("decalage", [-1, 0, 1])
def test_mot_de_passe_puis_code_puis_accueil(distribution, decalage):
    """One page for the password, one for the code, then home; nothing in between."""
    client, referent = Client(), distribution.referent
    assert client.get("/").url == "/comptes/login/?next=/"
    reponse = entrer(client, referent)
    assert (reponse.status_code, reponse.url) == (302, "/comptes/2fa/authenticate/")
    assert b'name="code"' in client.get(reponse.url).content
    reponse = client.post(reponse.url, {"code": code(decalage)})
    assert (reponse.status_code, reponse.url) == (302, "/")
    assert client.get("/").status_code == 200
    assert [e.qui_id for e in journal("comptes.connexion")] == [referent.pk]


def test_un_code_ne_sert_qu_une_fois(distribution):
    le_meme = code()
    for attendu in (302, 200):
        client = Client()
        entrer(client, distribution.referent)
        assert client.post("/comptes/2fa/authenticate/", {"code": le_meme}).status_code == attendu
    with connection.cursor() as curseur:  # remembered for as long as the clock could accept it again
        curseur.execute("SELECT max(expires) - now() FROM csil_cache WHERE cache_key LIKE '%totp.used%'")
        assert curseur.fetchone()[0] > timedelta(seconds=85)


def test_les_echecs_sont_comptes_et_dits(distribution):
    client = Client()
    for _ in range(5):
        page = entrer(client, distribution.agent_saj, "faux").content.decode()
        assert "mot de passe" in page
    assert "Trop de tentatives" in entrer(client, distribution.agent_saj).content.decode()
    refus = journal("comptes.connexion_refusee")
    assert len(refus) >= 5 and {r.objet_id for r in refus} == {str(distribution.agent_saj.pk)}
    assert entrer(client, distribution.agent_cripel).status_code == 302  # the same office, another person


def test_tout_un_bureau_entre_par_la_meme_adresse(distribution):
    for _ in range(40):
        assert entrer(Client(), distribution.agent_saj).status_code == 302


def test_un_compte_inconnu_ou_ferme_n_en_dit_pas_plus(distribution):
    ferme = distribution.agent_saj
    with proprietaire():
        ferme.is_active = False
        ferme.save()
    inconnu = (
        Client().post("/comptes/login/", {"login": "personne@csil.example", "password": "x"}).content.decode()
    )
    assert "ne correspondent pas" in inconnu or "incorrect" in inconnu
    assert entrer(Client(), ferme, "faux").status_code == 200


def test_faire_confiance_a_un_navigateur(distribution):
    """The box beside the code spares the next one; such a login never counts as verified."""
    client, agent = Client(), distribution.agent_saj
    entrer(client, agent)
    assert "faire_confiance" in client.get("/comptes/2fa/authenticate/").content.decode()
    client.post("/comptes/2fa/authenticate/", {"code": code(), "faire_confiance": "on"})
    client.post("/comptes/logout/")
    assert entrer(client, agent).url == "/"
    assert client.get("/").status_code == 200
    traces = client.session["account_authentication_methods"]
    assert [t["method"] for t in traces] == ["password"]


def test_la_confiance_ne_vaut_pas_pour_qui_doit_un_second_facteur(distribution):
    client, agent = Client(), distribution.agent_saj
    entrer(client, agent)
    client.post("/comptes/2fa/authenticate/", {"code": code(), "faire_confiance": "on"})
    client.post("/comptes/logout/")
    with proprietaire():
        attribuer(agent, "Points de contact sectoriels")
    assert entrer(client, agent).url == "/comptes/2fa/authenticate/"
    assert "faire_confiance" not in client.get("/comptes/2fa/authenticate/").content.decode()


def test_le_mot_de_passe_seul_ne_mene_pas_aux_codes_de_secours(client_de, distribution):
    """From a trusted browser: neither the codes nor the factor itself, even with the password given again."""
    client = client_de(distribution.agent_saj, second_facteur=False)
    for page in ("recovery-codes/generate/", "totp/deactivate/"):
        for methode in (client.get, client.post):
            assert methode(f"/comptes/2fa/{page}").url.startswith("/comptes/2fa/reauthenticate/"), page
    client.post("/comptes/reauthenticate/", {"password": MOT_DE_PASSE})
    assert client.post("/comptes/2fa/recovery-codes/generate/").url.startswith("/comptes/2fa/reauthenticate/")
    client.post("/comptes/2fa/reauthenticate/", {"code": code()})
    assert client.get("/comptes/2fa/recovery-codes/generate/").status_code == 200


def test_la_premiere_connexion_second_facteur_puis_engagement(distribution):
    with proprietaire():
        nouvelle = creer("nouvelle", "Nouvelle administratrice", engagement=False, second_facteur=False)
        attribuer(nouvelle, "Administrateurs")
    client = Client()
    assert entrer(client, nouvelle).url == "/"
    assert client.get("/admin/").url == "/comptes/2fa/totp/activate/?next=%2Fadmin%2F"
    page = client.get("/comptes/2fa/totp/activate/")
    assert page.status_code == 200, page.headers
    secret = page.context["form"].secret
    reponse = client.post("/comptes/2fa/totp/activate/", {"code": code(secret=secret)})
    assert reponse.url == "/comptes/2fa/recovery-codes/"
    assert Authenticator.objects.get(user=nouvelle, type="totp").data["secret"] != secret  # encrypted
    assert client.get("/admin/").url == "/comptes/engagement/?next=%2Fadmin%2F"
    page = client.get("/comptes/engagement/?next=/admin/").content.decode()
    assert TexteEngagement.objects.first().titre in page
    assert "Cochez la case" in client.post("/comptes/engagement/", {}).content.decode()
    assert client.post("/comptes/engagement/", {"accepte": "on", "next": "/admin/"}).url == "/admin/"
    assert client.get("/admin/").status_code == 200
    assert timezone.localdate(Engagement.objects.get(personne=nouvelle).accepte_le) == timezone.localdate()
    assert client.get("/comptes/engagement/").url == "/"  # once per version


def test_une_nouvelle_version_de_l_engagement_se_signe_a_son_tour(client_de, distribution):
    client = client_de(distribution.agent_saj)
    assert client.get("/").status_code == 200
    with proprietaire():
        TexteEngagement.objects.create(version=2, titre="Engagement revu", contenu="Deuxième texte.")
    assert client.get("/aide/").url == "/comptes/engagement/?next=%2Faide%2F"
    assert (
        client.post("/comptes/engagement/", {"accepte": "on", "next": "https://ailleurs.example/"}).url == "/"
    )
    assert client.get("/aide/").status_code == 200


def test_la_session_se_garde_en_empreinte(client_de, distribution):
    client = client_de(distribution.agent_saj)
    cle = client.session.session_key
    assert not Session.objects.filter(pk=cle).exists() and Session.objects.count() == 1
    with au_nom_de(distribution.agent_saj):
        assert Connexion.objects.get().session == Session.objects.get().pk
    intrus = Client()
    intrus.cookies["sessionid"] = Session.objects.get().pk  # what the table holds opens nothing
    assert intrus.get("/").status_code == 302


def vieillir(minutes):
    with proprietaire():
        connexion = Connexion.objects.get()
        connexion.vue_le = timezone.now() - timedelta(minutes=minutes)
        connexion.save()


def test_sans_activite_la_connexion_prend_fin(client_de, distribution, settings):
    client = client_de(distribution.agent_saj)
    vieillir(29)
    assert client.get("/aide/").status_code == 200
    vieillir(31)
    reponse = client.get("/aide/", follow=True)
    assert reponse.redirect_chain == [("/comptes/login/?next=/aide/", 302)]
    assert "30 minutes sans activité" in reponse.content.decode().replace("\xa0", " ")
    assert len(journal("comptes.connexion_expiree")) == 1


def test_changer_son_mot_de_passe_ne_ferme_pas_sa_propre_connexion(client_de, distribution):
    """Django gives the session another key; the others of this person end."""
    ici, ailleurs = client_de(distribution.agent_saj), client_de(distribution.agent_saj)
    nouveau = {"password1": "Un-Autre-Secret-2026", "password2": "Un-Autre-Secret-2026"}
    assert ici.post("/comptes/password/change/", {"oldpassword": MOT_DE_PASSE, **nouveau}).status_code == 302
    assert ici.get("/").status_code == 200 and ailleurs.get("/").status_code == 302
    contexte = ici.get("/comptes/connexions/").context
    assert contexte["courante"] in {connexion.session for connexion in contexte["connexions"]}


def test_interroger_n_est_pas_agir(client_de, distribution):
    client = client_de(distribution.agent_saj)
    vieillir(29)
    client.get("/aide/", headers={"X-Csil-Veille": "1"})
    with proprietaire():
        assert Connexion.objects.get().vue_le < timezone.now() - timedelta(minutes=28)
    client.get("/aide/")
    with proprietaire():
        assert Connexion.objects.get().vue_le > timezone.now() - timedelta(minutes=1)


def test_ce_qu_on_envoie_apres_la_fin_revient_dans_la_page(client_de, distribution):
    client = client_de(distribution.agent_saj)
    vieillir(31)
    reponse = client.post("/comptes/engagement/", {"motif": "Trois paragraphes", "password": "secret"})
    page = reponse.content.decode()
    assert reponse.status_code == 403 and "Trois paragraphes" in page and "secret" not in page
    assert "Trois paragraphes" not in str(dict(client.session))


def test_voir_et_fermer_ses_connexions(client_de, distribution):
    ici, ailleurs = client_de(distribution.agent_saj), client_de(distribution.agent_saj)
    page = ici.get("/comptes/connexions/")
    assert len(page.context["connexions"]) == 2
    autre = next(c for c in page.context["connexions"] if c.session != page.context["courante"])
    assert (
        client_de(distribution.agent_cripel).post(f"/comptes/connexions/{autre.pk}/terminer/").status_code
        == 404
    )
    assert ici.post(f"/comptes/connexions/{autre.pk}/terminer/").status_code == 302
    assert ailleurs.get("/").status_code == 302 and ici.get("/").status_code == 200
    troisieme = client_de(distribution.agent_saj)
    ici.post("/comptes/connexions/terminer-les-autres/")
    assert troisieme.get("/").status_code == 302 and ici.get("/").status_code == 200


def test_personne_ne_s_inscrit(db):
    for adresse in ("/comptes/signup/", "/comptes/email/", "/comptes/confirm-email/"):
        assert Client().get(adresse).status_code == 404


def test_mot_de_passe_oublie(distribution):
    client, agent = Client(), distribution.agent_saj
    client.post("/comptes/password/reset/", {"email": agent.email})
    client.post("/comptes/password/reset/", {"email": "inconnu@csil.example"})
    assert [m.to for m in mail.outbox] == [[agent.email]]
    lien = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    page = client.get(lien, follow=True)
    nouveau = {"password1": "Un-Autre-Secret-2026", "password2": "Un-Autre-Secret-2026"}
    client.post(page.redirect_chain[-1][0], nouveau)
    assert entrer(Client(), agent, nouveau["password1"]).status_code == 302
    assert entrer(Client(), agent).status_code == 200
    assert len(journal("comptes.mot_de_passe_reinitialise")) == 1


def test_les_secrets_ne_sont_pas_en_clair(distribution):
    for preuve in Authenticator.objects.all():
        assert SECRET_TOTP not in str(preuve.data)
    assert all(u.password.startswith("argon2$") for u in Utilisateur.objects.all())
    assert not [c for c in Utilisateur.history.model._meta.get_fields() if c.name == "password"]
