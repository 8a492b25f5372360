"""The page of the demonstration's e-mails: texts, formatted versions, files to take."""

import pytest
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.urls import path, reverse

from csil import urls
from csil.acces import ouvert_aux_membres
from csil.courrier import distribuer, poster
from csil.courrier.models import Envoi, EtatEnvoi
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire

ICS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
HTML = "<h1>Convocation</h1><p>Le <strong>mardi</strong><script>alert(1)</script></p>"


@pytest.fixture
def envoyes(distribution, parler, settings, tmp_path):
    """Two e-mails in one file, as the worker writes them."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "courriels"
    referent = distribution.referent
    with parler(referent):
        poster("simple@csil.example", "Rappel", "Le lien : https://csil.example/", par=referent)
        pieces = [
            ("réunion.ics", "text/calendar; method=REQUEST", ICS),
            ("a/../ordre.pdf", "application/pdf", b"%PDF-1"),
        ]
        poster("riche@csil.example", "Convocation", "Bonjour", html=HTML, pieces=pieces, par=referent)
    assert distribuer() == 2
    (fichier,) = settings.EMAIL_FILE_PATH.glob("*.log")
    return fichier.name


def test_la_page_montre_textes_et_pieces(envoyes):
    page = Client().get("/courriels/").content.decode()
    assert "Pour simple@csil.example" in page and 'href="https://csil.example/"' in page
    assert "<h3>Convocation</h3><p>Le <strong>mardi</strong></p>" in page and "alert(1)" not in page
    assert "réunion.ics" in page and page.count("/courriels/2") == 2


def test_les_pieces_se_telechargent(envoyes):
    client = Client()
    calendrier = client.get(reverse("courriel-piece", args=[envoyes, 1, 0]))
    assert calendrier.content == ICS and calendrier["Content-Disposition"].startswith("attachment")
    pdf = client.get(reverse("courriel-piece", args=[envoyes, 1, 1]))
    assert pdf.content == b"%PDF-1" and 'filename="ordre.pdf"' in pdf["Content-Disposition"]


@pytest.mark.parametrize("suite", ["0/0", "1/2", "9/0"])
def test_ce_qui_n_existe_pas_est_introuvable(envoyes, suite):
    assert Client().get(f"/courriels/{envoyes}/{suite}/").status_code == 404
    assert Client().get("/courriels/..%2F..%2Fmanage.py/0/0/").status_code == 404


GABARIT = """{% extends "base.html" %}{% block contenu %}<h1>Essai</h1>
{% include "composants/envois.html" with envois=envois suite="/" only %}{% endblock %}"""


@ouvert_aux_membres()
def essai_envois(request):
    envois = Envoi.objects.pour(request.user).a_montrer(request.user)
    return HttpResponse(engines["django"].from_string(GABARIT).render({"envois": envois}, request))


urlpatterns = [*urls.urlpatterns, path("essai/", essai_envois)]


def test_les_deux_pages_sont_accessibles(page, envoyes, distribution, parler, settings):
    """The e-mails of the demonstration, and the component that shows the state of each recipient, in every state."""
    page.goto("/courriels/")
    page.get_by_text("Version mise en forme").click()
    sans_violation(page)
    referent = distribution.referent
    with proprietaire():
        for etat in EtatEnvoi:
            Envoi.objects.create(
                destinataire=f"{etat.replace('_', '-')}@csil.example", cle=etat, etat=etat, par=referent,
                erreur="Le serveur de courrier ne répond pas." if etat == EtatEnvoi.A_REESSAYER else "",
                objet_type="csil.utilisateur", objet_id=str(referent.pk),
            )  # fmt: skip
    settings.ROOT_URLCONF = __name__
    entrer(page, "referent")
    page.goto("/essai/")
    assert page.get_by_role("button", name="Renvoyer").count() == 3
    assert page.get_by_role("button", name="Ne pas envoyer").count() == 2
    sans_violation(page)
