"""The pages that every person meets: home, help, account, errors. Undefined variables are errors in our templates."""

import re

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import timezone
from django.views.defaults import bad_request, server_error

from csil.accueil.views.aide import QUESTIONS
from csil.exploitation.views.erreurs import renvoyer
from csil.templatetags.csil import ecrits, genre, limite, resume_erreurs

OUVERTES = [
    "/comptes/login/",
    "/comptes/password/reset/",
    "/comptes/password/reset/done/",
    "/comptes/inactive/",
]
OUVERTES += ["/comptes/password/reset/key/done/", "/comptes/invitation/1/faux/", "/nulle-part/"]
DE_CHACUN = [
    "/",
    "/aide/",
    "/plateforme/",
    "/comptes/connexions/",
    "/comptes/password/change/",
    "/comptes/2fa/",
]
DE_CHACUN += ["/comptes/logout/", "/nulle-part/"]
AVIS = [f"account/email/{quoi}" for quoi in ("password_changed", "password_reset", "password_set")]
AVIS += [f"mfa/email/{quoi}" for quoi in ("totp_activated", "totp_deactivated", "recovery_codes_generated")]


class Indefinie(str):
    def __contains__(self, morceau):
        return True

    def __mod__(self, variable):
        raise AssertionError(f"undefined in a template: {variable}")


@pytest.fixture(autouse=True)
def sans_indefinies(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Indefinie("%s"))


def controler(page):
    assert page.count("<h1") == 1
    assert re.search(r"<title>CSIL – [^<]+</title>", page)
    assert 'lang="fr"' in page and 'id="contenu"' in page
    assert " ?" not in re.sub(r"<[^>]*>", "", page), "a plain space before a question mark"


@pytest.mark.parametrize("adresse", OUVERTES)
def test_without_login_no_menu(adresse, db):
    page = Client().get(adresse).content.decode()
    controler(page)
    assert 'class="navigation"' not in page and 'class="compte"' not in page


@pytest.mark.parametrize("adresse", DE_CHACUN)
def test_every_role(adresse, client_de, distribution):
    for personne in distribution:
        page = client_de(personne).get(adresse).content.decode()
        controler(page)
        assert str(personne) in page


def test_sections_are_those_one_may_open(client_de, distribution):
    dpo = client_de(distribution.dpo).get("/").content.decode()
    assert 'href="/partenaires/"' not in dpo and 'href="/admin/"' not in dpo
    assert 'href="/partenaires/"' in client_de(distribution.agent_saj).get("/").content.decode()
    assert 'href="/admin/"' in client_de(distribution.admin).get("/").content.decode()


def test_help_begins_with_ones_own_role(client_de, distribution):
    page = client_de(distribution.referent).get("/aide/").content.decode()
    assert page.index("<h3>Référent Radicalisme</h3>") < page.index("Les autres rôles")
    assert page.count("Pour vous, Référent Radicalisme") == len(QUESTIONS) + 2  # and on the meetings
    assert "article 458ter du Code pénal" in page and 'href="tel:112"' in page


def test_help_reads_the_law_once(client_de, distribution, django_assert_max_num_queries):
    client = client_de(distribution.referent)
    with django_assert_max_num_queries(20) as lues:
        client.get("/aide/")
    assert sum("csil_referencelegale" in requete["sql"] for requete in lues) == 1


def test_errors_of_login_are_said_twice_and_linked(db):
    page = Client().post("/comptes/login/", {"login": "", "password": "x"}).content.decode()
    assert page.index('role="alert"') < page.index("<h1")
    assert 'href="#id_login"' in page and 'aria-invalid="true"' in page
    assert "erreur-id_login" in re.search(r'<input[^>]*name="login"[^>]*>', page)[0]


def test_mail_of_a_forgotten_password(distribution, mailoutbox):
    Client().post("/comptes/password/reset/", {"email": distribution.agent_saj.email})
    (courriel,) = mailoutbox
    assert courriel.subject == "Plateforme CSIL : choisir un nouveau mot de passe"
    assert courriel.body.startswith("Bonjour,") and "/comptes/password/reset/key/" in courriel.body
    assert "&" not in courriel.body and "Plateforme CSIL" in courriel.body


@pytest.mark.parametrize("prefixe", [*AVIS, "account/email/unknown_account"])
def test_mails_about_the_account_say_what_happened(prefixe):
    contexte = {"timestamp": timezone.now(), "ip": "10.0.0.4", "user_agent": "Firefox"}
    assert render_to_string(f"{prefixe}_subject.txt").startswith("Plateforme CSIL : ")
    assert render_to_string(f"{prefixe}_message.txt", contexte).startswith("Bonjour,")


def test_pages_for_what_went_wrong(rf: RequestFactory):
    for page in (server_error(rf.get("/")), bad_request(rf.get("/"), None)):
        controler(page.content.decode())


def test_what_was_typed_is_offered_again(rf, distribution):
    from django.contrib.auth.models import AnonymousUser

    requete = rf.post("/x/", {"note": "Mes <mots>", "services-TOTAL_FORMS": "3", "password": "secret"})
    requete.user, requete.session = AnonymousUser(), {}
    page = renvoyer(requete).content.decode()
    controler(page)
    assert page.count("Mes &lt;mots&gt;") == 2 and "secret" not in page
    assert ecrits([("services-TOTAL_FORMS", "3"), ("mon_motif", "x"), ("vide", "")]) == [("mon motif", "x")]


def test_fields_of_a_form():
    from django import forms

    class Formulaire(forms.Form):
        note = forms.CharField(widget=forms.Textarea, max_length=1200)
        choix = forms.ChoiceField(widget=forms.RadioSelect, choices=[("a", "A")], label="Choix")
        case = forms.BooleanField()
        cache = forms.CharField(widget=forms.HiddenInput, required=False)

    form = Formulaire({})
    assert [genre(champ) for champ in form] == ["simple", "choix", "case", "cache"]
    assert limite(form["note"]) == ", 1\N{NO-BREAK SPACE}200 signes au plus"
    assert {"cible": "id_choix_0", "texte": "Choix : ce champ est obligatoire."} in resume_erreurs([form])
