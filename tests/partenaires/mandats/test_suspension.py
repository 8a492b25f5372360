"""A mandate is suspended when what proves a person's identity is changed by anybody else, until an authority says so."""

import re
import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from csil.comptes.groupes import BOURGMESTRE, CELLULE
from csil.comptes.invitation import adresse as lien_d_invitation
from csil.comptes.invitation import inviter
from csil.comptes.models import Utilisateur
from csil.identite import au_nom_de, au_nom_de_l_horloge
from csil.local.demonstration import MOT_DE_PASSE, SECRET_TOTP
from partenaires.distribution import attribuer, creer, mandater
from partenaires.mandats.models import Mandat, Suspension
from tests.outils import mandat_de, proprietaire, relire
from tests.partenaires.mandats.mandats import causes, journal, nouveau_membre, suspendre

pytestmark = pytest.mark.dates

NOUVEAU = "Trois-Mots-Et-Un-Chiffre-7"
CHOISI = {"password1": NOUVEAU, "password2": NOUVEAU}


@pytest.fixture(autouse=True)
def sans_limites_d_hier(db):
    cache.clear()


@pytest.fixture
def membre(distribution):
    return nouveau_membre(distribution)


def code(secret=SECRET_TOTP):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def groupes_de(personne):
    return Utilisateur.objects.get(pk=personne.pk).groupes


def reinitialiser(personne):
    """The person, or whoever reads the mailbox, chooses another password by e-mail."""
    client = Client()
    client.post("/comptes/password/reset/", {"email": personne.email})
    lien = re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)[1]
    page = client.get(lien, follow=True)
    assert client.post(page.redirect_chain[-1][0], CHOISI).status_code == 302


def lever(client, mandat, decision="confirmer", pourquoi="", vues=None):
    with proprietaire():
        siennes = " ".join(str(s.pk) for s in mandat.suspensions.ouvertes())
    donnees = {"decision": decision, "pourquoi": pourquoi, "vues": siennes if vues is None else vues}
    return client.post(f"/mandats/{mandat.pk}/lever/", donnees)


def executer(sql, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchall() if curseur.description else curseur.rowcount


def refuse(sql, *parametres, dit=None):
    with pytest.raises(DatabaseError, match=dit):
        executer(sql, *parametres)


# What suspends, and what does not


def test_reinitialise_par_courriel_puis_confirme_de_nouveau(membre, distribution, client_de):
    """The open page closes at the next request; one authority's confirmation opens it again."""
    personne, mandat = membre
    ouverte = client_de(personne)
    assert ouverte.get("/partenaires/").status_code == 200
    reinitialiser(personne)
    assert causes(mandat) == ["reinitialisation"] and groupes_de(personne) == frozenset()
    assert ouverte.get("/partenaires/").status_code == 302  # the password changed: logged out
    apres = client_de(Utilisateur.objects.get(pk=personne.pk))
    assert apres.get("/partenaires/").status_code == 404
    assert "Votre mandat « " in apres.get("/").content.decode().replace("\xa0", " ")
    page = apres.get(f"/mandats/{mandat.pk}/").content.decode()
    assert "Mot de passe réinitialisé par courriel" in page and "Confirmer de nouveau" not in page
    autorite = client_de(distribution.chef_de_corps)
    assert "Confirmer de nouveau un mandat suspendu" in autorite.get("/").content.decode()
    assert "Confirmer de nouveau" in autorite.get(f"/mandats/{mandat.pk}/").content.decode()
    assert lever(autorite, mandat, pourquoi="Vue ce matin.").status_code == 302
    assert groupes_de(personne) == {CELLULE} and apres.get("/partenaires/").status_code == 200
    with proprietaire():
        suspension = mandat.suspensions.get()
        assert (
            suspension.levee_par == distribution.chef_de_corps and suspension.motif_levee == "Vue ce matin."
        )
    assert relire(mandat).revu_par == distribution.chef_de_corps
    ecrits = journal("partenaires.mandat_suspendu") + journal("partenaires.suspension_levee")
    assert [(e.qui_id, e.objet_id) for e in ecrits] == [
        (None, str(mandat.pk)),
        (distribution.chef_de_corps.pk, str(mandat.pk)),
    ]


def test_son_propre_changement_dans_une_connexion_verifiee_ne_suspend_rien(membre, client_de):
    personne, mandat = membre
    client = client_de(personne)
    donnees = {"oldpassword": MOT_DE_PASSE, **CHOISI}
    assert client.post("/comptes/password/change/", donnees).status_code == 302
    # another telephone: the old one goes, the new one comes, in the same login
    assert client.post("/comptes/2fa/totp/deactivate/").status_code == 302
    secret = client.get("/comptes/2fa/totp/activate/").context["form"].secret
    assert client.post("/comptes/2fa/totp/activate/", {"code": code(secret)}).status_code == 302
    assert client.post("/comptes/2fa/recovery-codes/generate/").status_code == 302
    assert causes(mandat) == [] and groupes_de(personne) == {CELLULE}
    personne.refresh_from_db()
    assert personne.check_password(NOUVEAU)


def test_le_sien_sans_second_facteur_dans_cette_connexion_suspend(membre, client_de):
    personne, mandat = membre
    client = client_de(personne, second_facteur=False)
    client.post("/comptes/password/change/", {"oldpassword": MOT_DE_PASSE, **CHOISI})
    assert causes(mandat) == ["mot_de_passe"]


def test_se_connecter_et_utiliser_un_code_de_secours_ne_suspend_rien(membre):
    """The use of a factor is written while one is still a visitor; it changes nothing of it."""
    personne, mandat = membre
    with proprietaire():
        codes = RecoveryCodes.activate(personne).get_unused_codes()
        mandat.suspensions.get().delete()  # the codes were made after the confirmation, by the server
    for essai in (code(), codes[0], codes[1]):
        client = Client()
        client.post("/comptes/login/", {"login": personne.email, "password": MOT_DE_PASSE})
        assert client.post("/comptes/2fa/authenticate/", {"code": essai}).url == "/"
    preuve = Authenticator.objects.get(user=personne, type="recovery_codes")
    assert preuve.data["used_mask"] == 0b11 and preuve.last_used_at
    assert causes(mandat) == [] and groupes_de(personne) == {CELLULE}
    client = Client()
    client.post("/comptes/login/", {"login": personne.email, "password": MOT_DE_PASSE})
    assert client.post("/comptes/2fa/authenticate/", {"code": codes[0]}).status_code == 200  # spent


def test_un_telephone_perdu(membre, distribution, client_de):
    """Removed by an administrator, installed again by the person, confirmed again by an authority: in that order."""
    personne, mandat = membre
    adresse = f"/admin/csil/utilisateur/{personne.pk}/second-facteur/retirer/"
    administration = client_de(distribution.admin)
    assert "suspendu" in administration.get(adresse).content.decode()
    administration.post(adresse)
    assert causes(mandat) == ["telephone"]
    page = lever(client_de(distribution.referent), mandat)
    assert page.status_code == 200 and "doit d’abord installer son second facteur" in page.content.decode()
    client = Client()
    client.post("/comptes/login/", {"login": personne.email, "password": MOT_DE_PASSE})
    assert "Installer votre second facteur" in client.get("/").content.decode()
    secret = client.get("/comptes/2fa/totp/activate/").context["form"].secret
    client.post("/comptes/2fa/totp/activate/", {"code": code(secret)})
    assert causes(mandat) == ["second_facteur", "telephone"]
    assert lever(client_de(distribution.referent), mandat).status_code == 302
    assert causes(mandat) == [] and client.get("/partenaires/").status_code == 200


def test_l_adresse_changee_par_un_administrateur(membre, distribution, client_de):
    """The former mailbox no longer leads to a new password."""
    personne, mandat = membre
    ancienne = personne.email
    reinitialiser(personne)  # allauth then keeps a copy of the address
    assert EmailAddress.objects.filter(user=personne, email=ancienne).exists()
    donnees = {"nom": personne.nom, "email": "autre@csil.example", "is_active": "on"}
    donnees |= {"appartenance-TOTAL_FORMS": 0, "appartenance-INITIAL_FORMS": 0}
    page = client_de(distribution.admin).post(
        f"/admin/csil/utilisateur/{personne.pk}/change/", donnees, follow=True
    )
    assert "suspendu" in page.content.decode()
    assert causes(mandat) == ["adresse", "reinitialisation"]
    assert not EmailAddress.objects.filter(user=personne).exists()
    envoyes = len(mail.outbox)
    Client().post("/comptes/password/reset/", {"email": ancienne})
    assert len(mail.outbox) == envoyes


def test_une_invitation_acceptee_avant_la_confirmation_ne_suspend_rien(distribution, client_de):
    with proprietaire():
        avant, apres = (
            Utilisateur.objects.create_user(f"{quand}@csil.example", "Invitée")
            for quand in ("avant", "apres")
        )
        for personne in (avant, apres):
            attribuer(personne, CELLULE)
            inviter(personne, par=None)
        tot = mandater(avant, CELLULE, demande_par=distribution.admin, confirme_par=None)
        tard = mandater(apres, CELLULE, demande_par=distribution.admin, confirme_par=distribution.bourgmestre)
    page = client_de(distribution.bourgmestre).get(f"/mandats/{tot.pk}/").content.decode()
    assert "Attendez que la personne ait installé son second facteur" in page
    for personne in (avant, apres):
        lien = lien_d_invitation(personne).removeprefix("http://testserver")
        assert Client().post(lien, CHOISI).status_code == 302
    assert (causes(tot), causes(tard)) == ([], ["invitation"])


def test_une_commande_du_serveur_suspend_aussi(membre, monkeypatch):
    personne, mandat = membre
    monkeypatch.setattr("getpass.getpass", lambda *args, **options: NOUVEAU)
    with proprietaire():
        call_command("changepassword", personne.email, verbosity=0)
    assert causes(mandat) == ["mot_de_passe"]


def test_un_hachage_plus_fort_ne_reecrit_rien_a_la_connexion(membre, monkeypatch):
    """Django would rehash the password while its person is still a visitor, and suspend everybody after an upgrade."""
    personne, mandat = membre
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 3)
    client = Client()
    assert (
        client.post("/comptes/login/", {"login": personne.email, "password": MOT_DE_PASSE}).status_code == 302
    )
    assert causes(mandat) == [] and Utilisateur.objects.get(pk=personne.pk).password == personne.password


def test_la_premiere_autorite_prend_son_compte_en_main(distribution):
    """Nobody could confirm it again: taking the account into use suspends nothing, once."""
    with proprietaire():
        call_command("nommer_autorite", "maire@csil.example", BOURGMESTRE, base="Serment", verbosity=0)
    maire = Utilisateur.objects.get(email="maire@csil.example")
    mandat = mandat_de(maire)
    client = Client()
    lien = lien_d_invitation(maire).removeprefix("http://testserver")
    assert client.post(lien, CHOISI).status_code == 302
    client.post("/comptes/login/", {"login": maire.email, "password": NOUVEAU})
    secret = client.get("/comptes/2fa/totp/activate/").context["form"].secret
    client.post("/comptes/2fa/totp/activate/", {"code": code(secret)})
    assert causes(mandat) == [] and groupes_de(maire) == {BOURGMESTRE}
    reinitialiser(maire)
    assert causes(mandat) == ["reinitialisation"]
    with proprietaire():  # the server's way out, when no other authority is left
        call_command("nommer_autorite", "maire@csil.example", BOURGMESTRE, base="Retour", verbosity=0)
    assert groupes_de(maire) == {BOURGMESTRE}


def test_tous_les_mandats_de_la_personne_et_ceux_la_seulement(membre, distribution):
    personne, mandat = membre
    with proprietaire():
        second = mandater(
            personne, BOURGMESTRE, demande_par=distribution.admin, confirme_par=distribution.chef_de_corps
        )
        demande = mandater(personne, CELLULE, demande_par=distribution.admin, confirme_par=None)
    reinitialiser(personne)
    reinitialiser(personne)  # twice the same cause: one line
    assert causes(mandat) == causes(second) == ["reinitialisation"] and causes(demande) == []
    assert groupes_de(distribution.membre_cellule) == {CELLULE}


# Lifting


def test_une_autorite_est_suspendue_aussi_et_ne_leve_plus_rien(distribution, client_de):
    referent, client = distribution.referent, client_de(distribution.referent)
    (_, mandat), sien = nouveau_membre(distribution), mandat_de(referent)
    with proprietaire():
        suspendre(sien, Suspension.Cause.MOT_DE_PASSE)
        suspendre(mandat)
    assert lever(client, mandat).status_code == 404
    assert lever(client_de(distribution.bourgmestre), sien).status_code == 302
    assert lever(client_de(distribution.referent), mandat).status_code == 302


def test_ni_le_titulaire_ni_qui_a_demande_ni_qui_a_change_ne_levent(membre, distribution, client_de):
    personne, mandat = membre
    referent = distribution.referent
    with proprietaire():
        suspendre(mandat, par=referent)
    for qui, attendu in (
        (personne, 403),
        (distribution.admin, 403),
        (referent, 403),
        (distribution.dpo, 403),
    ):
        page = lever(client_de(qui), mandat)
        assert page.status_code == attendu and "ne vous est pas ouvert" in page.content.decode(), qui
    assert lever(client_de(distribution.agent_saj), mandat).status_code == 404
    assert causes(mandat) == ["telephone"]
    assert lever(client_de(distribution.bourgmestre), mandat).status_code == 302


def test_refuser_met_fin_et_demande_une_raison(membre, distribution, client_de):
    personne, mandat = membre
    with proprietaire():
        suspendre(mandat)
    page = lever(client_de(distribution.referent), mandat, "refuser")
    assert page.status_code == 200 and "Dites pourquoi vous refusez" in page.content.decode()
    assert lever(client_de(distribution.referent), mandat, "refuser", "Compte douteux.").status_code == 302
    assert relire(mandat).termine_par == distribution.referent and groupes_de(personne) == frozenset()
    assert lever(client_de(distribution.bourgmestre), mandat).status_code == 403


def test_une_cause_de_plus_depuis_que_la_page_est_ouverte(membre, distribution, client_de):
    """The decision is about the causes that were shown."""
    _, mandat = membre
    with proprietaire():
        premiere = suspendre(mandat)
        suspendre(mandat, Suspension.Cause.ADRESSE)
    page = lever(client_de(distribution.referent), mandat, pourquoi="Vue hier.", vues=str(premiere.pk))
    dit = page.content.decode()
    assert page.status_code == 200 and "a encore changé" in dit
    assert "Vue hier." in dit and "Adresse électronique changée" in dit
    assert len(causes(mandat)) == 2


def test_deux_autorites_levent_a_la_fois(membre, distribution, client_de, parler):
    _, mandat = membre
    with proprietaire():
        suspendre(mandat)
    with parler(distribution.referent):
        Mandat.objects.get(pk=mandat.pk).lever(par=distribution.referent)
    page = lever(client_de(distribution.bourgmestre), mandat)
    assert page.status_code == 403 and "l’état de la fiche ne le permet pas" in page.content.decode()


# SQL by hand, as csil_app


@pytest.fixture
def suspendu(membre):
    personne, mandat = membre
    with proprietaire():
        return personne, mandat, suspendre(mandat)


LEVER = "UPDATE partenaires_suspension SET levee_par_id = %s, levee_le = now() WHERE id = %s"  # noqa: S608


def test_sql_sans_jeton_ne_lit_ni_mandat_ni_suspension(suspendu, distribution):
    tables = (
        "mandat",
        "suspension",
        "historicalmandat",
        "attestationhabilitation",
        "echeancemandat",
        "titulaire",
    )
    for table in tables:
        assert executer(f"SELECT count(*) FROM partenaires_{table}") == [(0,)], table
    with au_nom_de(None):
        assert executer("SELECT count(*) FROM partenaires_mandat") == [(0,)]
    with au_nom_de(distribution.bourgmestre):  # without the second factor of this login: one's own
        assert executer("SELECT DISTINCT personne_id FROM partenaires_mandat") == [
            (distribution.bourgmestre.pk,)
        ]
    with au_nom_de_l_horloge():
        assert executer("SELECT count(*) FROM partenaires_mandat") == [(0,)]  # it would read texts
        assert executer("SELECT count(*) FROM partenaires_echeancemandat") > [(0,)]


def test_sql_ne_leve_pas_une_suspension(suspendu, distribution):
    personne, _, suspension = suspendu
    bourgmestre, admin = distribution.bourgmestre, distribution.admin
    for qui in (personne, admin):
        with au_nom_de(qui, second_facteur=True):
            refuse(LEVER, qui.pk, suspension.pk, dit="tierce personne")
            refuse(LEVER, bourgmestre.pk, suspension.pk, dit="tierce personne")  # in another's name
            refuse("DELETE FROM partenaires_suspension", dit="permission|droit")
    with au_nom_de(distribution.agent_saj, second_facteur=True):
        assert executer(LEVER, distribution.agent_saj.pk, suspension.pk) == 0  # sees no row
    with au_nom_de(bourgmestre, second_facteur=False):
        assert executer(LEVER, bourgmestre.pk, suspension.pk) == 0
    with au_nom_de(bourgmestre, second_facteur=True):
        refuse(
            "UPDATE partenaires_suspension SET cause = 'revue' WHERE id = %s", suspension.pk, dit="réécrit"
        )
        assert executer(LEVER, bourgmestre.pk, suspension.pk) == 1
        refuse(LEVER, bourgmestre.pk, suspension.pk, dit="réécrit")


def test_sql_ne_suspend_pas_les_autres(membre, distribution):
    """Only what is changed, and the clock, suspend."""
    _, mandat = membre
    inserer = (
        "INSERT INTO partenaires_suspension (id, mandat_id, cause, depuis, motif_levee)"
        " VALUES (gen_random_uuid(), %s, 'revue', now(), '')"
    )
    for qui in (distribution.admin, distribution.bourgmestre, distribution.dpo):
        with au_nom_de(qui, second_facteur=True):
            refuse(inserer, mandat.pk, dit="row-level security|sécurité")
            refuse("SELECT csil_suspendre(%s, 'telephone')", mandat.personne_id, dit="permission|droit")


def test_sql_n_ecrit_pas_un_mandat_confirme(membre, distribution):
    personne, _ = membre
    inserer = (
        "INSERT INTO partenaires_mandat (id, personne_id, groupe_id, qualite, autorite, base, motif, debut, fin, amorce,"
        " demande_par_id, demande_le, confirme_le, confirme_par_id, decision) SELECT gen_random_uuid(), %s, id, 'titulaire',"
        " 'x', 'x', 'x', now(), now() + interval '1 day', false, %s, now(), now(), %s, '' FROM auth_group"
        " WHERE name = 'Bourgmestre'"
    )
    admin, bourgmestre = distribution.admin, distribution.bourgmestre
    with au_nom_de(admin, second_facteur=True):
        refuse(inserer, personne.pk, admin.pk, bourgmestre.pk, dit="non confirmé")
    with au_nom_de(bourgmestre, second_facteur=True):
        refuse(inserer, personne.pk, admin.pk, bourgmestre.pk, dit="non confirmé")
        refuse("DELETE FROM partenaires_mandat", dit="permission|droit")
        refuse("UPDATE partenaires_historicalmandat SET motif = 'x'", dit="permission|droit")
        refuse("DELETE FROM partenaires_historicalmandat", dit="permission|droit")


def test_sql_ne_prend_pas_un_second_facteur(membre, distribution):
    personne, mandat = membre
    inserer = "INSERT INTO mfa_authenticator (user_id, type, data, created_at) VALUES (%s, 'recovery_codes', '{}', now())"
    remplacer = 'UPDATE mfa_authenticator SET data = \'{"secret": "x"}\' WHERE user_id = %s'
    donner = "UPDATE mfa_authenticator SET user_id = %s WHERE user_id = %s"
    effacer = "DELETE FROM mfa_authenticator WHERE user_id = %s"
    rendre_un_code = (
        "UPDATE mfa_authenticator SET data = jsonb_set(data, '{used_mask}', '0') WHERE user_id = %s"
    )
    for qui in (None, distribution.agent_saj, distribution.admin):
        with au_nom_de(qui, second_facteur=qui is not None):
            refuse(inserer, personne.pk, dit="par sa personne")
            refuse(remplacer, personne.pk, dit="par sa personne")
            refuse(donner, distribution.agent_saj.pk, personne.pk, dit="par sa personne")
            if qui != distribution.admin:
                refuse(effacer, personne.pk, dit="par sa personne")
    refuse(inserer, personne.pk, dit="par sa personne")
    assert causes(mandat) == []
    with proprietaire():
        executer(
            "UPDATE mfa_authenticator SET data = jsonb_set(data, '{used_mask}', '3') WHERE user_id = %s",
            personne.pk,
        )
    assert causes(mandat) == []
    with au_nom_de(None):  # a spent code stays spent
        refuse(rendre_un_code, personne.pk, dit="par sa personne")
    with au_nom_de(personne, second_facteur=False):
        assert executer(remplacer, personne.pk) == 1
    assert causes(mandat) == ["second_facteur"]


def test_sql_ne_prend_pas_une_adresse_de_connexion(membre, distribution):
    """allauth would send the link for a new password to any address of its table."""
    personne, mandat = membre
    inserer = (
        'INSERT INTO account_emailaddress (user_id, email, verified, "primary") VALUES (%s, %s, %s, false)'
    )
    for qui in (None, distribution.agent_saj, distribution.admin):
        with au_nom_de(qui, second_facteur=qui is not None):
            refuse(inserer, personne.pk, "intrus@csil.example", True, dit="par sa personne")
            refuse(inserer, personne.pk, personne.email, True, dit="par sa personne")
    with au_nom_de(None):
        assert executer(inserer, personne.pk, personne.email, False) == 1  # as when a password is forgotten
        refuse("UPDATE account_emailaddress SET email = 'x@y.be'", dit="par sa personne")
        refuse("DELETE FROM account_emailaddress", dit="par sa personne")
    assert causes(mandat) == []


def test_un_superutilisateur_n_a_aucun_droit(membre, distribution, client_de):
    """Made on the server: no mandate is his to read, to decide, to lift; the administration does not exist for him."""
    _, mandat = membre
    with proprietaire():
        suspension = suspendre(mandat)
        personne = creer("superutilisateur", "Superutilisateur")
        personne.is_superuser = True
        personne.save()
    client = client_de(personne)
    for adresse in (
        "/admin/",
        f"/mandats/{mandat.pk}/",
        "/mandats/revue/",
        "/mandats/personnes/",
        "/partenaires/",
    ):
        assert client.get(adresse).status_code == 404, adresse
    for acte in ("lever", "decider", "revoir", "terminer", "regard", "habilitation"):
        assert client.post(f"/mandats/{mandat.pk}/{acte}/", {"decision": "confirmer"}).status_code == 404
    assert client.get("/mandats/").context["page"].paginator.count == 0
    with au_nom_de(personne, second_facteur=True):
        assert executer("SELECT count(*) FROM partenaires_mandat") == [(0,)]
        assert executer(LEVER, personne.pk, suspension.pk) == 0
