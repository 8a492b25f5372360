"""The page of the demonstration's e-mails: texts, formatted versions, files to take."""

import pytest
from django.test import Client
from django.urls import reverse

from csil.courrier import distribuer, poster

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
